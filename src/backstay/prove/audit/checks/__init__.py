"""What an audit looks at, one file each; `challenges(visit)` says what is to be tried."""
