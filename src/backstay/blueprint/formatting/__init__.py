"""How `backstay fmt` changes a contract: values by their places, then indentation."""
