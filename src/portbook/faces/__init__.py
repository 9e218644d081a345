"""The faces: parse, call one function, show."""
