"""The guards of sandbox, ffmpeg, zip reading and inert text: what each is in the source, and who should notice.

A guard is a piece of source that stands in its file exactly once, and what stands there without it. Adding one
here is part of adding a guard; a piece that is no longer there is said, and has to be found again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "utils" / "nongju"


@dataclass(frozen=True)
class Guard:
    """One guard: `piece` of `file` becomes `without`, and one of `tests` must fail.

    `endless`: what it guards from is something that never ends, and that counts as failing.
    """

    name: str
    file: str
    piece: str
    without: str
    tests: tuple[str, ...]
    endless: bool = False


GRADING, CLIPS, CLASSROOM = "tests/grading/", "tests/clips/", "tests/classroom/"
WALL, FILTER = f"{GRADING}test_wall.py", f"{GRADING}test_call_filter.py"
MEMORY, WIRE = f"{GRADING}test_hidden_memory.py", f"{GRADING}test_wire.py"
COVERS, PLANTED = f"{GRADING}test_covers.py", f"{GRADING}test_planted_modules.py"
HOSTILE = f"{CLIPS}test_hostile_files.py"
COLLECTING = f"{CLASSROOM}test_collecting.py"
SANITIZE = "tests/nbgrading/test_sanitize.py"


def guards() -> Iterator[Guard]:
    """Every guard."""
    yield from wall()
    yield from child()
    yield from filtered()
    yield from watched()
    yield from wire()
    yield from files()
    yield from clips()
    yield from zips()
    yield from sanitizing()


def wall() -> Iterator[Guard]:
    """What bubblewrap is told."""
    file = "grading/sandbox/bubblewrap.py"
    for flag in ("--as-pid-1", "--die-with-parent", "--unshare-ipc", "--unshare-net", "--unshare-uts",
                 "--unshare-cgroup-try", "--unshare-pid", "--unshare-all", "--unshare-user"):  # fmt: skip
        yield Guard(flag, file, f'"{flag}"', '"--new-session"', (WALL,))
    yield Guard("--new-session", file, ', "--new-session"]', "]", (WALL,))
    yield Guard("--cap-drop", file, '"--cap-drop", "ALL", ', "", (WALL,))
    for place in ("/dev", "/"):
        yield Guard(f"read-only {place}", file, f'"--remount-ro", "{place}", ', "", (WALL,))
    yield Guard("size of the wall's /tmp", file, '"--size", str(1 << 20), ', "", (WALL,))
    yield Guard("environment", file, "        **kept,\n", "        **kept,\n        **os.environ,\n", (WALL,))
    covered = "    line += covers(hidden(private), shown_whole(read_only), needed, folder)\n"
    yield Guard("covers", file, covered, "", (COVERS,))
    yield Guard("cover of the home", file, "else [str(home)])]", "else [])]", (COVERS,))
    covers = "grading/sandbox/covers.py"
    yield Guard("cover made read-only", covers, '        line += ["--remount-ro", str(place)]\n    return',
                "        pass\n    return", (COVERS,))  # fmt: skip
    yield Guard("cover of stages elsewhere", covers, ", *(root / getattr(", ", *(root for _ in () if getattr(",
                (COVERS,))  # fmt: skip
    yield Guard("cover behind links", covers, "    real = Path(name).resolve()\n", "    real = Path(name)\n",
                (COVERS,))  # fmt: skip
    yield Guard("system folder as a course", covers, "    if impossible:\n", "    if False:\n", (COVERS,))
    for file in ("grading/engine.py", "grading/running/execute.py"):
        yield Guard(f"the course is private in {file}", file, "private=[*private_folders(", "private=[*(lambda *_: ())(",
                    (COVERS,))  # fmt: skip
    sandbox = "grading/sandbox/handle.py"
    yield Guard("safe path", sandbox, "sys.path[:] = filter(None, sys.path); ", "", (PLANTED,))
    yield Guard("changed forking process", sandbox, ' or done.get("state") != self._state', "", (WALL,))
    yield Guard("spare user", sandbox, "(1_900_000_000, 65_536)", "(61_184, 2048)", (MEMORY,))
    yield Guard("spare user in a container", sandbox, "(60_706, 478)", "(61_184, 478)", (MEMORY,))


def child() -> Iterator[Guard]:
    """What a child does to itself before learner code runs."""
    file = "grading/sandbox/confine.py"
    for kind in ("CLONE_NEWUSER", "CLONE_NEWPID", "CLONE_NEWIPC", "CLONE_NEWNET", "CLONE_NEWUTS"):
        line = "    unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWUTS)\n"
        less = line.replace(f" | {kind}", "").replace(f"{kind} | ", "")
        yield Guard(kind, file, line, less, (WALL,))
    yield Guard("CLONE_NEWNS", file, "    unshare(CLONE_NEWNS)\n", "", (WALL,))
    yield Guard("size of /tmp", file, "size={limits.folder_mb}m,", "", (WALL,))
    yield Guard("number of files", file, "nr_inodes=20000,", "", (WALL,))
    flags = '    mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, size)\n'
    yield Guard("devices in /tmp", file, flags, flags.replace(" | MS_NODEV", ""), (WALL,))
    yield Guard("set-user-id in /tmp", file, flags, flags.replace("MS_NOSUID | ", ""), (WALL,))
    yield Guard("own /dev/shm", file, '("/tmp/.shm", "/dev/shm"), ', "", (WALL,))
    yield Guard(
        "no /proc", file, '    mount("tmpfs", "/proc", ', '    (lambda *_: None)("tmpfs", "/proc", ', (WALL,)
    )
    yield Guard("/dev/zero", file, "    _zeros()\n", "", (MEMORY,))
    yield Guard("covers below /tmp", file, "MS_BIND | MS_REC)  #", "MS_BIND)  #", (COVERS,))
    yield Guard("bounding set", file, "        _libc.prctl(PR_CAPBSET_DROP", "        0 and _libc.prctl(PR_CAPBSET_DROP",
                (WALL,))  # fmt: skip
    yield Guard(
        "capabilities",
        file,
        "    _check(_libc.capset(header",
        "    0 and _check(_libc.capset(header",
        (WALL,),
    )
    for limit in ("AS", "NPROC", "NOFILE", "FSIZE", "CPU", "CORE", "MSGQUEUE", "MEMLOCK"):
        found = re.search(rf"        resource\.RLIMIT_{limit}: .*\n", (PACKAGE / file).read_text())
        yield Guard(f"RLIMIT_{limit}", file, found.group() if found else f"RLIMIT_{limit}:", "", (WALL,))
    zygote = "grading/sandbox/zygote.py"
    yield Guard("own session", zygote, "        os.setsid()\n", "", (WALL,))
    yield Guard("spare descriptors", zygote, "    confine.close_descriptors({data.fileno()})\n", "", (WALL,))
    yield Guard("filter", zygote, "        confine.forbid_calls()\n", "", (MEMORY,))
    yield Guard("shared memory of notebooks", zygote, "        sharedmemory.provide()\n", "", (MEMORY,))
    dying = "    signal.signal(signal.SIGINT, signal.SIG_IGN)\n    confine.prctl(confine.PR_SET_PDEATHSIG"
    yield Guard("death with the supervisor", zygote, dying, dying.replace("confine.prctl", "0 and confine.prctl"),
                (WALL,))  # fmt: skip


def filtered() -> Iterator[Guard]:
    """Each system call that the filter refuses, on both processors."""
    file = "grading/sandbox/confine.py"
    text = (PACKAGE / file).read_text()
    table = text[text.index("FORBIDDEN = {") : text.index("}  # fmt: skip")]
    for machine, calls in re.findall(r'"(x86_64|aarch64)": \{(.*?)\}', table, re.DOTALL):
        for name, number in re.findall(r'"(\w+)": (\d+),', calls):
            less = calls.replace(f'"{name}": {number},', "")
            yield Guard(f"{name} on {machine}", file, calls, less, (FILTER,))
    for family in (38, 40):
        yield Guard(f"socket family {family}", file, "(1, 2, 10, 16)", f"(1, 2, 10, 16, {family})", (FILTER,))
    for name, value in (("SHARED_ANONYMOUS", "0x21"), ("SOCKET_BUFFERS", "(7, 8, 32, 33)"),
                        ("LOCKS_OF_OTHERS", "(5, 36, 1024, 1026)")):  # fmt: skip
        other = "0x80" if name == "SHARED_ANONYMOUS" else "(99,)"
        yield Guard(name, file, f"{name} = {value}", f"{name} = {other}", (FILTER,))
    for call in ("socket", "socketpair", "flock", "mmap", "fcntl", "setsockopt"):
        piece = f'call("{call}", '
        yield Guard(
            f"{call} by its arguments", file, piece, piece.replace("call(", "(lambda *_: [])("), (FILTER,)
        )
    yield Guard("clone3", file, "(equal, 0, 1, CLONE3)", "(equal, 0, 1, 4095)", (FILTER,))
    yield Guard("clone into namespaces", file, "NAMESPACES = 0x7E020000", "NAMESPACES = 0", (FILTER,))
    yield Guard("other architectures", file, "(give, 0, 0, kill)", "(give, 0, 0, allow)", (FILTER,))
    yield Guard("x32", file, "[(at_least, 0, 1, 0x40000000)", "[(at_least, 0, 1, 0xFFFFFFFF)", (FILTER,))


def watched() -> Iterator[Guard]:
    """What the supervisor and the worker look at."""
    file = "grading/sandbox/supervise.py"
    attacks = (f"{GRADING}test_attacks.py::test_the_grader_reads_why_hand_ins_stopped[engine]",)
    yield Guard(
        "memory of all", file, 'return "memory" if kilobytes', 'return "memory" if 0 * kilobytes', attacks
    )
    yield Guard("memory in sockets", file, "    unseen = socket_memory(pid) if walled() else 0\n", "    unseen = 0\n",
                (MEMORY,))  # fmt: skip
    yield Guard("memory in connections", file, " + _in_tcp(pid)", "", (MEMORY,))
    yield Guard("memory in connections of IPv6", file, ', ("tcp6", "sockstat6")', ", ", (MEMORY,))
    yield Guard("time", file, '("time" if monotonic() > ending else "")', '""', (WALL,))
    yield Guard(
        "threads",
        file,
        "    if sum(family.values()) > most:\n",
        "    if False:\n",
        (f"{GRADING}test_bombs.py",),
    )
    yield Guard("the whole family ends", file, "        new = _family(pid) - known\n", "        new = set()\n",
                (f"{GRADING}test_supervise.py",))  # fmt: skip
    execute = "grading/running/execute.py"
    flood = (f"{GRADING}test_attacks.py::test_a_flood_of_output_is_cut[engine]",)
    yield Guard(
        "budget of output", execute, "        self._budget -= length + 200\n", "        pass\n", flood
    )
    yield Guard("reserve for results", execute, "small and -self._budget < RESERVE", "small", (MEMORY,))
    settings = "grading/limits.py"
    yield Guard("limits above 0", settings, "            if not getattr(limits, name) > 0:\n", "            if False:\n",
                (f"{GRADING}test_limits.py",))  # fmt: skip
    remote = "grading/sandbox/remote.py"
    plain = (f"{GRADING}test_remote.py",)
    yield Guard("plain values alone", remote, '    raise TypeError(f"a {kind.__name__}', "    return value\n    raise TypeError(f\"a {kind.__name__}",
                plain)  # fmt: skip
    yield Guard("exact types", remote, "    kind = type(value)\n", "    kind = next(one for one in type(value).__mro__ if one in (bool, float, int, str, list, tuple, dict, object))\n",
                plain)  # fmt: skip
    yield Guard(
        "length of text",
        remote,
        '            raise ValueError("text too long")\n',
        "            pass\n",
        plain,
    )
    yield Guard(
        "length of lists",
        remote,
        '            raise ValueError("list too long")\n',
        "            pass\n",
        plain,
    )
    yield Guard("built-in errors alone", remote, "        if not (isinstance(kind, type) and issubclass(kind, Exception)):\n",
                "        if kind is None:\n", plain)  # fmt: skip


def wire() -> Iterator[Guard]:
    """What may cross the wall."""
    file = "grading/sandbox/wire.py"
    yield Guard(
        "length of a frame", file, "        if length > self.longest:\n", "        if False:\n", (WIRE,)
    )
    crowd = "        if self.most is not None and crowded(body, self.most):\n"
    yield Guard("values in a frame", file, crowd, "        if False:\n", (MEMORY,))
    yield Guard(
        "commas in text are none", file, '    bare = STRING.sub(b"", body)\n', "    bare = body\n", (WIRE,)
    )
    yield Guard(
        "sender's own bound", file, "len(body) > LONGEST_MESSAGE or crowded(body)", "crowded(body)", (WIRE,)
    )
    yield Guard("objects alone", file, "    if not isinstance(clean, dict):\n", "    if False:\n", (WIRE,))
    yield Guard("no NaN", file, "parse_constant=_no_number, ", "", (WIRE,))
    yield Guard("no infinite numbers", file, ", parse_float=_finite", "", (WIRE,))
    yield Guard(
        "depth of a frame", file, "    return deepest < MAX_DEPTH - 4\n", "    return True\n", (WIRE,)
    )
    run = "grading/sandbox/run.py"
    yield Guard("bounds of a child's frames", run, "wire.Frames(data, wire.LONGEST_MESSAGE, wire.MOST_VALUES)",
                "wire.Frames(data)", (MEMORY,))  # fmt: skip
    yield Guard(
        "links of a hand-in", run, 'os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)', "os.O_RDONLY", (WALL,)
    )
    streams = "grading/sandbox/streams.py"
    yield Guard(
        "pieces of a stream", streams, "len(text), LONGEST_PIECE)", "len(text), len(text))", (MEMORY,)
    )


def files() -> Iterator[Guard]:
    """What of a hand-in and of a course is read."""
    snapshot = "grading/running/snapshot.py"
    damage = (f"{GRADING}test_snapshot.py",)
    yield Guard("links among files", snapshot, "path.is_symlink() or not path.is_file() or path.suffix",
                "not path.is_file() or path.suffix", damage)  # fmt: skip
    yield Guard("folders that are links", snapshot, "        if any(part.is_symlink() for part", "        if any(False for part",
                damage)  # fmt: skip
    yield Guard("notebooks among files", snapshot, ' or path.suffix == ".ipynb"', "", damage)
    yield Guard("size of a hand-in", snapshot, "        if left < 0:\n", "        if False:\n", damage)
    yield Guard(
        "copy without links",
        snapshot,
        "    if not strange and not folder.is_symlink():\n",
        "    if True:\n",
        damage,
    )
    kernel = "grading/running/plainkernel.py"
    yield Guard(
        "answers and uploads alone", kernel, "answers_and_uploads(files).items()", "files.items()", (PLANTED,)
    )
    yield Guard(
        "safe path of a kernel", kernel, "        with _safe_path():\n", "        if True:\n", (PLANTED,)
    )


def clips() -> Iterator[Guard]:
    """How ffmpeg is run."""
    file = "clips/ffmpeg.py"
    yield Guard("formats", file, '"-format_whitelist", formats, ', "", (HOSTILE,))
    yield Guard("protocol", file, '"-protocol_whitelist", "file", ', "", (HOSTILE,))
    yield Guard("points", file, ', "-max_pixels", str(MAX_PIXELS)]', "]", (HOSTILE,))
    yield Guard("playlists among formats", file, 'FORMATS = "mov,', 'FORMATS = "concat,mov,', (HOSTILE,))
    yield Guard(
        "file: before a name", file, 'f"file:{path.absolute()}"]', "str(path.absolute())]", (HOSTILE,)
    )
    yield Guard(
        "playlists among sounds", "clips/edit/sound.py", 'FORMATS = "mov,', 'FORMATS = "hls,mov,', (HOSTILE,)
    )
    for limit in ("CPU", "AS", "FSIZE", "CORE"):
        found = re.search(rf"        resource\.RLIMIT_{limit}: .*\n", (PACKAGE / file).read_text())
        yield Guard(f"ffmpeg's RLIMIT_{limit}", file, found.group() if found else "", "",
                    (f"{CLIPS}test_limits.py",))  # fmt: skip
    yield Guard("time of ffmpeg", file, "    if watch.late or ", "    if ", (f"{CLIPS}test_limits.py",))
    yield Guard("reports of ffmpeg", file, '"FFREPORT", ', "", (f"{CLIPS}test_limits.py",))
    container = "clips/container.py"
    yield Guard("points that a film claims", container, '        raise ClipRefused("too_many_pixels")\n', "        pass\n",
                (HOSTILE,))  # fmt: skip
    yield Guard("length that a film claims", container, '        raise ClipRefused("too_long")\n', "        pass\n",
                (HOSTILE,))  # fmt: skip
    yield Guard("size of a film", container, "        if size > MAX_FILE_BYTES:\n", "        if False:\n",
                (f"{CLIPS}test_limits.py",))  # fmt: skip
    apart = "clips/isolated.py"
    yield Guard("no module out of a learner's folder", apart, '"-P", ', "", (f"{CLIPS}test_limits.py",))


def zips() -> Iterator[Guard]:
    """How a zip is read."""
    file, folder = "course/zipentries.py", "course/archive.py"
    yield Guard(
        "entries",
        file,
        "    if len(infos) > MAX_ENTRIES:\n",
        "    if False:\n",
        (f"{CLASSROOM}test_zip_guards.py",),
    )
    yield Guard("size of all", file, "    if total > MAX_TOTAL_BYTES:\n", "    if False:\n",
                (f"{CLASSROOM}test_zip_guards.py",))  # fmt: skip
    ratio = "    if total > RATIO_FLOOR_BYTES and total > MAX_RATIO"
    yield Guard(
        "ratio of all",
        file,
        ratio,
        ratio.replace("if ", "if False and "),
        (f"{CLASSROOM}test_zip_guards.py",),
    )
    one = "    if info.file_size > RATIO_FLOOR_BYTES and"
    yield Guard(
        "ratio of one", file, one, one.replace("if ", "if False and "), (f"{CLASSROOM}test_uploads.py",)
    )
    kinds = "    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):\n"
    yield Guard("links in a zip", file, kinds, "    if False:\n", (COLLECTING,))
    for piece in ('name.startswith("/") or ', 'name[1:2] == ":" or ', '".." in name.split("/") or '):
        yield Guard(f"path: {piece}", file, piece, "", (COLLECTING, f"{CLASSROOM}test_zip_guards.py"))
    yield Guard("length of a path", file, "    if len(name) > MAX_PATH:\n", "    if False:\n",
                (f"{CLASSROOM}test_zip_guards.py",))  # fmt: skip
    yield Guard("password", file, "    if any(info.flag_bits & ENCRYPTED_FLAG for info in infos):\n", "    if False:\n",
                (COLLECTING,))  # fmt: skip
    yield Guard(
        "checksum", folder, "        if not is_intact(archive, info):\n", "        if False:\n", (COLLECTING,)
    )
    yield Guard("links in a folder", folder, "            if not stat.S_ISREG(mode):\n", "            if False:\n",
                (f"{CLASSROOM}test_zip_guards.py",))  # fmt: skip
    yield Guard("files in a folder", folder, "            if seen > MAX_ENTRIES:\n", "            if False:\n",
                (f"{CLASSROOM}test_zip_guards.py",))  # fmt: skip


def sanitizing() -> Iterator[Guard]:
    """What makes a learner's text and outputs harmless."""
    file = "nbgrading/sanitize.py"
    yield Guard(
        "letter for letter",
        file,
        'c if c.isalnum() or c in " \\n" else f"&#{ord(c)};" for c',
        "c for c",
        (SANITIZE,),
    )
    yield Guard("characters that steer", file, "for c in printable(shown)", "for c in shown", (SANITIZE,))
    yield Guard(
        "length of a text", file, "text if len(text) <= MAX_TEXT else", "text if True else", (SANITIZE,)
    )
    yield Guard(
        "pictures alone",
        file,
        "            if _is_picture(mime, data):\n",
        "            if True:\n",
        (SANITIZE,),
    )
    yield Guard("a picture begins as one", file, ".startswith(PICTURES[mime])", " != b''", (SANITIZE,))
    yield Guard("MIME types", file, "        elif mime == MARK_MIME or _is_picture(mime, value):\n", "        else:\n",
                (SANITIZE,))  # fmt: skip
    yield Guard("HTML is cleaned", file, "_cleaner(own).clean(bare)", "bare", (SANITIZE,))
    yield Guard("tags", file, "tags={*TAGS, *PLAYERS} if own else set(TAGS)", 'tags={*TAGS, *PLAYERS, "a", "form"}',
                (SANITIZE,))  # fmt: skip
    yield Guard(
        "style sheets", file, "        if found.group() in OWN_STYLES:\n", "        if True:\n", (SANITIZE,)
    )
    yield Guard("no formulas", file, "    if not (cleaned.startswith(NO_FORMULAS)", "    if False and not (cleaned.startswith(NO_FORMULAS)",
                (SANITIZE,))  # fmt: skip
    yield Guard(
        "addresses of pictures", file, " and PICTURE_ADDRESS.fullmatch(value) else", " else", (SANITIZE,)
    )
    yield Guard(
        "addresses of uploads", file, " and UPLOAD_ADDRESS.fullmatch(value) else", " else", (SANITIZE,)
    )
    yield Guard("uploads of the course alone", file, "_own_attribute if own else _attribute", "_own_attribute",
                (SANITIZE,))  # fmt: skip
    yield Guard("CSS", file, "        filter_style_properties=set(CSS),\n", "", (SANITIZE,))
    yield Guard(
        "addresses in styles",
        file,
        "None if STYLE_WITH_ADDRESS.search(value) else value",
        "value",
        (SANITIZE,),
    )
    yield Guard("tags of cells", file, 're.fullmatch(r"[A-Za-z0-9_-]{1,40}", tag)]', "tag]", (SANITIZE,))
    yield Guard(
        "other outputs",
        file,
        '    if kind not in ("display_data", "execute_result"):\n',
        "    if False:\n",
        (SANITIZE,),
    )
