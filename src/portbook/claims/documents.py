"""Articles as text: files in any encoding, and what is no article at all."""

from __future__ import annotations

from pathlib import Path

from portbook.errors import BadText

LARGEST = 20_000_000
"""No article has more bytes than this."""
LONGEST = 200_000
"""No article has more characters than this."""
SAMPLE = 65_536
CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}


def read_text(path: str | Path) -> str:
    """Return the text of a file.

    Raises
    ------
    BadText
        Where there is no such file, or it is empty, too large, binary, or in no known encoding.
    """
    path = Path(path)
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise BadText(f"{path}: cannot be read ({error.strerror or error})") from error
    if raw is None:
        raise BadText(f"{path}: larger than {LARGEST // 10**6} MB, so no article")
    return decoded(raw, str(path))


def decoded(raw: bytes, name: str) -> str:
    """Return bytes as text, in the encoding that they are found to be in.

    Raises
    ------
    BadText
        Where they are empty, binary, or in no known encoding.
    """
    if not raw.strip():
        raise BadText(f"{name}: is empty")
    text = _unicode(raw)
    if text is None:
        if _binary(raw):
            raise BadText(f"{name}: is binary, no text")
        text = _guessed(raw, name)
    return cleaned(text, name)


def article(text: str) -> str:
    """Return a text of the length of an article.

    Raises
    ------
    BadText
        Where it is empty, too long, or holds characters of no text.
    """
    if len(text) > LONGEST:
        raise BadText(f"a text of more than {LONGEST:,} characters is no article; split it")
    return cleaned(text)


def cleaned(text: str, name: str = "the text") -> str:
    """Return a text that holds something to read, its lines ended alike.

    Raises
    ------
    BadText
        Where it is empty or holds characters of no text.
    """
    if not text.strip():
        raise BadText(f"{name}: is empty")
    if "\x00" in text[:SAMPLE]:
        raise BadText(f"{name}: is binary, no text")
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _unicode(raw: bytes) -> str | None:
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _binary(raw: bytes) -> bool:
    sample = raw[:SAMPLE]
    return b"\x00" in sample or sum(byte in CONTROL for byte in sample) > len(sample) // 50


def _guessed(raw: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(raw[:SAMPLE]).best()
    if found is None:
        raise BadText(f"{name}: is in no known encoding; save it as UTF-8")
    try:
        return raw.decode(found.encoding)
    except UnicodeDecodeError as error:
        raise BadText(f"{name}: is in no known encoding; save it as UTF-8") from error
