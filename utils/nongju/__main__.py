"""`python -m nongju`: the command line, where no script is on the path."""

from nongju.cli import main

main()
