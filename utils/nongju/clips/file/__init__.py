"""The parts of `container`: a file's index, what ffmpeg prints of it, and what stays the same of it."""
