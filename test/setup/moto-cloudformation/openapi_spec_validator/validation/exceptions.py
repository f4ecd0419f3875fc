"""See the package's own comment."""


class OpenAPIValidationError(Exception):
    """Never raised here."""
