"""One root error; its message says what was found, what is allowed and what to do."""


class LandslideError(Exception):
    """Root of every error a user may meet; the message is one readable line."""


class InputError(LandslideError):
    """A layer, table or parameter that cannot be used as given."""


class GridMismatch(InputError):
    """Rasters that do not share one grid."""


class BundleError(LandslideError):
    """A model bundle that is missing, damaged, altered or of another schema."""


class WorkerError(LandslideError):
    """The modelling process failed or could not be started."""


class DiskSpaceError(LandslideError):
    """Too little room for what is about to be written."""


class NotInPlace(LandslideError):
    """A result is whole but could not take its name; the old one stands, and ``reason`` says why."""

    def __init__(self, message: str, reason: str = ""):
        super().__init__(message)
        self.reason = reason


class Cancelled(LandslideError):
    """The user asked to stop; nothing was written."""

    def __init__(self, message: str = "Cancelled, nothing written"):
        super().__init__(message)


def one_line(error: LandslideError) -> str:
    r"""The message of an error on one line, whatever a value that it repeats may hold.

    >>> one_line(InputError("TITLE is a\nb; allowed: c"))
    'TITLE is a b; allowed: c'
    """
    return " ".join(str(error).split())


def system_words(error: OSError) -> str:
    """One line for a file that the system would not read or write.

    >>> system_words(OSError(28, "No space left on device", "/tmp/a.npy"))
    '/tmp/a.npy: No space left on device; choose another place or make room there'
    """
    reason = " ".join((error.strerror or str(error)).split())
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{reason}; choose another place or make room there"
