"""A clip's file before anything is decoded: what it is, what it says of itself, and what ffmpeg prints."""
