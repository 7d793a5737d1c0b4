"""Writes each simulation's model as JavaScript: `python -m nongju.simulators.compile`, after a change."""

from nongju.simulators import ALL


def main() -> None:
    """Write static/models/, and remove what no simulation uses any more."""
    files = {simulation.compiled_file: simulation for simulation in ALL}
    folder = next(iter(files)).parent
    folder.mkdir(exist_ok=True)
    for old in set(folder.glob("*.js")) - set(files):
        old.unlink()
    for path, simulation in files.items():
        path.write_text(simulation.compiled(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
