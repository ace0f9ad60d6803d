"""`python -m rubricator` is the command `rubricator`."""

from rubricator.cli import main

if __name__ == "__main__":
    main()
