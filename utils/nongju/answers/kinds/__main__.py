"""Print what `raw` in answers.json is for each kind of blank."""

import sys

from nongju.answers.kinds import schema_rows

if __name__ == "__main__":
    sys.stdout.write(schema_rows() + "\n")
