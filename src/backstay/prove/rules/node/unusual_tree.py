"""TypeScript service in an unusual tree.

## Why
src/api, services, repositories, models, lib, types: whoever knows one such service finds their way
in all of them. Another tree may be as good, so this only informs.

## Flagged
```json package.json
{"dependencies": {"express": "^5"}}
```
```json tsconfig.json
{  // NOD008
}
```
```ts src/stuff.ts
import express from 'express';
```

## Instead
```json package.json
{"dependencies": {"react": "^19"}}
```
```json tsconfig.json
{
}
```
```ts src/app.ts
import React from 'react';
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_FOLDERS = ("src/api/routes", "src/services", "src/repositories", "src/models", "src/lib")
_SERVERS = ('"express"', '"fastify"', '"@nestjs/core"', '"koa"', '"hono"')
_ENOUGH = 3  # of the five, then the tree is the usual one with its own names


@rule(
    "NOD008",
    rows=("R-243", "C-78"),
    severity=Severity.INFO,
    minutes=60,
    hint="src/{api/{routes,middleware},services,repositories,models,lib,types}",
)
def unusual_tree(tree: Tree) -> Iterator[Hit]:
    """Services in TypeScript that have few of the folders of R-243."""
    package = tree.documents.get("package.json", "")
    if "tsconfig.json" not in tree.files or not any(one in package for one in _SERVERS):
        return
    there = [one for one in _FOLDERS if any(path.startswith(f"{one}/") for path in tree.files)]
    if len(there) < _ENOUGH:
        missing = ", ".join(one for one in _FOLDERS if one not in there)
        yield tree.hit("tsconfig.json", 1, f"the tree has no {missing}")
