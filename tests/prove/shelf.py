"""A small contract for the tests of seeding, load and plans: books, their copies, loans, rules."""

from random import Random

from backstay.blueprint import Blueprint, parse
from backstay.prove.seeding.amounts import amounts_of
from backstay.prove.seeding.rows import RowMaker
from backstay.prove.seeding.stock import Stock

TEXT = """
backstay: 1
service: shelf
defaults:
  sla: p95 200ms, errors 0.1%, at 50 rps
  limits: 120 per minute, body 16KB
roles: [admin, reader]
resources:
  User:
    login: email + password
    fields:
      email: email, unique, pii
      role: role = reader, write admin
      is_active: bool = true, write admin
      name: text 1..80, pii
    access: {admin: all, self: "read, update"}
  Book:
    fields:
      title: text 1..80, search
      isbn: text 10..13, unique
      pages: int 1..2000
      price: decimal 6.2 0.. = 1.00
      kind: novel | essay = novel
      printed: date, optional
      link: url, optional
      extra: json, optional
      mark: uuid, optional
      weight: seconds = 60
      owner: User = caller
    list: {filter: [kind, pages, owner, created_at], sort: [-created_at, title], expand: [owner]}
    access: {admin: all, owner: "create, read, update, delete"}
    lock: etag
    delete: soft
  Loan:
    under: Book
    fields:
      book: Book
      user: User = caller, fixed
      began: datetime = now
      ended: datetime, optional
      rating: int 1..5, optional
    rules:
      ends_later: ended is null or ended > began
      one_open: unique user when ended is null
      rated_once: unique user, book
    actions:
      close: set ended = now when ended is null, else 409
    list: {filter: [user], sort: [-began]}
    access: {admin: all, user: "create, read, update, delete"}
    sla: {list: p95 150ms, close: "p50 20ms, p95 90ms"}
prove:
  data: 40 User, 60 Book, 200 Loan
  load: 100 users for 5m
"""


def shelf(text: str = TEXT) -> Blueprint:
    """The contract, parsed."""
    return parse(text.encode(), "shelf.yaml")


def stock_of(blueprint: Blueprint) -> Stock:
    """Its rows, made and stored nowhere."""
    stock, chance = Stock(), Random(1)
    for name, amount in amounts_of(blueprint).items():
        maker = RowMaker(blueprint, blueprint.resource(name), stock, chance, "hash")
        stock.rows[name] = maker.rows(amount)
    return stock
