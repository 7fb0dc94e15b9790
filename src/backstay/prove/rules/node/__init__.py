"""NOD: JavaScript and TypeScript."""
