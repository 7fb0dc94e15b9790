"""What people write in expressions elsewhere, and how the grammar's terminals are called."""

MEANT = {
    "==": "write `=`",
    "<>": "write `!=`",
    "&&": "write `and`",
    "||": "write `or`",
    "!": "write `not`",
    "in": "write `a = x or a = y`",
    "between": "write `a >= x and a <= y`",
}
SPELLED = {
    "COMMA": "`,`",
    "VBAR": "`|`",
    "MORETHAN": "`>`",
    "LPAR": "`(`",
    "RPAR": "`)`",
    "EQ": "`=`",
    "PLUS": "`+`",
    "MINUS": "`-`",
    "CMP": "a comparison",
    "WORD": "a word",
    "NUMBER": "a number",
    "RANGE": "bounds",
    "QUANTITY": "an amount like 200ms",
    "CLOCK": "a time like 08:00",
    "STRING": "text in single quotes",
    "$END": "the end",
}
