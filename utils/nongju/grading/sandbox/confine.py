"""Linux's own walls, by ctypes: namespaces, mounts, capabilities, limits, forbidden system calls.

Everything here runs in a child between its fork and the first line of learner code. A step that
fails raises OSError, and the child dies before it has run anything.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import platform
import resource
import socket
import struct
from collections.abc import Sequence
from pathlib import Path

from nongju.grading.limits import MEGABYTE, Limits

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_SECCOMP = 1, 4, 24, 22
LAST_CAPABILITY = 40
"""CAP_CHECKPOINT_RESTORE, the newest in Linux 6; dropping one that does not exist is harmless."""

SIGKILL = 9

FORBIDDEN = {
    "x86_64": {
        "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "unshare": 272, "setns": 308,
        "mount": 165, "umount2": 166, "pivot_root": 155, "keyctl": 250, "add_key": 248, "request_key": 249,
        "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425, "memfd_create": 319,
        "memfd_secret": 447, "shmget": 29, "msgget": 68, "semget": 64, "kexec_load": 246, "open_tree": 428,
        "move_mount": 429, "fsopen": 430, "pidfd_getfd": 438, "vmsplice": 278, "inotify_init": 253,
        "inotify_init1": 294, "fanotify_init": 300,
    },
    "aarch64": {
        "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271, "unshare": 97, "setns": 268,
        "mount": 40, "umount2": 39, "pivot_root": 41, "keyctl": 219, "add_key": 217, "request_key": 218,
        "bpf": 280, "perf_event_open": 241, "userfaultfd": 282, "io_uring_setup": 425, "memfd_create": 279,
        "memfd_secret": 447, "shmget": 194, "msgget": 186, "semget": 190, "kexec_load": 104, "open_tree": 428,
        "move_mount": 429, "fsopen": 430, "pidfd_getfd": 438, "vmsplice": 75, "inotify_init1": 26,
        "fanotify_init": 262,
    },
}  # fmt: skip
"""System calls that a notebook has no use for: they reach into other processes, make namespaces and
mounts, keep something for the next submission (keys), take memory that no limit counts, or tell what another
sandbox does with a file of the system."""

ASKED = {
    "x86_64": {"socket": 41, "socketpair": 53, "mmap": 9, "flock": 73, "fcntl": 72, "setsockopt": 54},
    "aarch64": {"socket": 198, "socketpair": 199, "mmap": 222, "flock": 32, "fcntl": 25, "setsockopt": 208},
}
"""System calls that are let through or not by what they ask for."""

FAMILIES = (1, 2, 10, 16)
"""AF_UNIX, AF_INET, AF_INET6 and AF_NETLINK, which name look-ups need: all of one's own network namespace.
Others are not (AF_VSOCK reaches the host) or are doors into the kernel that nobody here needs (AF_ALG)."""

SHARED_ANONYMOUS = 0x21
"""MAP_SHARED with MAP_ANONYMOUS: its pages stay when the process that filled them unmaps or is gone, so no
look at processes can count them. Files in the sized /dev/shm do the same; see `sharedmemory`."""

SOCKET_BUFFERS = (7, 8, 32, 33)
"""SO_SNDBUF, SO_RCVBUF and the forced ones: sizes stay the system's, by which sockets are counted."""

LOCKS_OF_OTHERS = (5, 36, 1024, 1026)
"""Orders of fcntl that tell of other processes' locks and looks at a file: F_GETLK, F_OFD_GETLK, F_SETLEASE,
F_NOTIFY. Files of the system are the same in every sandbox; nobody can be asked, and nobody holds a lock."""

CLONE = {"x86_64": 56, "aarch64": 220}
CLONE3 = 435
NAMESPACES = 0x7E020000
"""Every CLONE_NEW flag: user, pid, net, uts, ipc, cgroup, mount."""

AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_libc = ctypes.CDLL(None, use_errno=True)


def _check(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(flags: int) -> None:
    """Leave the namespaces that `flags` name; NEWPID takes effect at the next fork."""
    _check(_libc.unshare(flags), "unshare")


def mount(source: str, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    """A file system at `target`, by the system call of that name."""
    encoded = [text.encode() if text is not None else None for text in (source, target, kind, options)]
    _check(_libc.mount(encoded[0], encoded[1], encoded[2], flags, encoded[3]), f"mount {target}")


def prctl(option: int, value: int) -> None:
    """One thing about this process set, by the system call of that name."""
    _check(_libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0), f"prctl {option}")


def own_namespaces() -> None:
    """Enter a user, pid, ipc, network and host-name namespace of one's own, with the same user id."""
    user, group = os.getuid(), os.getgid()
    unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWUTS)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def open_loopback() -> None:
    """Let programs of one network namespace, fresh and cut off, reach each other by 127.0.0.1."""
    read_flags, write_flags, up = 0x8913, 0x8914, 1  # SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack("16sH22x", b"lo", 0)
        (flags,) = struct.unpack_from("H", fcntl.ioctl(any_socket, read_flags, asked), 16)
        fcntl.ioctl(any_socket, write_flags, struct.pack("16sH22x", b"lo", flags | up))


def own_folders(root: str, limits: Limits, kept: Sequence[str] = ()) -> None:
    """A fresh /tmp, /dev/shm and working folder on one sized tmpfs, and an empty /proc.

    The kernel refuses a second /proc inside bubblewrap, whose own is partly covered, and the one
    that is there shows the supervisor; so there is none.

    Arguments:
        root: absolute path that working folders stand under; it must exist or be under /tmp.
        limits: `folder_mb` sizes the tmpfs.
        kept: folders below /tmp that stay, read-only as they are: Python's own, where it was installed there.
    """
    unshare(CLONE_NEWNS)
    mount("none", "/", None, MS_REC | MS_PRIVATE)
    held = {name: os.open(name, os.O_PATH | os.O_DIRECTORY) for name in kept}
    size = f"size={limits.folder_mb}m,nr_inodes=20000,mode=0700"
    mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, size)
    for name, descriptor in held.items():
        Path(name).mkdir(parents=True, exist_ok=True)
        mount(f"/proc/self/fd/{descriptor}", name, None, MS_BIND | MS_REC)  # with what covers parts of it
        os.close(descriptor)
    for inner, target in (("/tmp/.shm", "/dev/shm"), ("/tmp/.work", root)):
        Path(inner).mkdir()
        Path(target).mkdir(parents=True, exist_ok=True)
        mount(inner, target, None, MS_BIND)
    _zeros()
    mount("tmpfs", "/proc", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY, "size=4k,mode=0555")


def _zeros() -> None:
    """A file of zeros, all holes, for /dev/zero: mapping the device is shared memory that no limit sees."""
    Path("/tmp/.zeros").mkdir()
    mount("tmpfs", "/tmp/.zeros", "tmpfs", MS_NOSUID | MS_NODEV, "size=4k,nr_inodes=4")
    with Path("/tmp/.zeros/zero").open("wb") as zeros:
        zeros.truncate(1 << 40)
    Path("/tmp/.zeros/zero").chmod(0o444)
    mount("/tmp/.zeros/zero", "/dev/zero", None, MS_BIND)
    for place in ("/dev/zero", "/tmp/.zeros"):
        mount("none", place, None, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)


def drop_capabilities() -> None:
    """No capability and none in the bounding set; by bubblewrap, executing a file gains none."""
    for capability in range(LAST_CAPABILITY + 1):
        _libc.prctl(PR_CAPBSET_DROP, ctypes.c_ulong(capability), 0, 0, 0)
    header = struct.pack("Ii", 0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    _check(_libc.capset(header, struct.pack("6I", 0, 0, 0, 0, 0, 0)), "capset")


def address_space() -> int:
    """Bytes of address space that this process has already."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")


def set_limits(limits: Limits, already: int) -> None:
    """Limits of a process; total memory and the number of processes are also watched from outside.

    Arguments:
        limits: what the submission may use.
        already: bytes of address space that came with the fork.
    """
    wanted = {
        resource.RLIMIT_AS: already + limits.memory_mb * MEGABYTE,
        resource.RLIMIT_NPROC: limits.processes,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_FSIZE: limits.folder_mb * MEGABYTE,
        resource.RLIMIT_CPU: int(limits.total_seconds) * 4 + 10,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    for name, value in wanted.items():
        _, hard = resource.getrlimit(name)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(name, (ceiling, ceiling))


def forbid_calls() -> bool:
    """Let the FORBIDDEN system calls fail with EPERM. False on a processor that the table lacks."""
    machine = platform.machine()
    if machine not in FORBIDDEN:
        return False
    program = call_filter(machine)
    code = b"".join(struct.pack("HBBI", *step) for step in program)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("HxxxxxxP", len(program), ctypes.addressof(buffer))
    _check(_libc.prctl(PR_SET_SECCOMP, 2, ctypes.c_char_p(header), 0, 0), "seccomp")
    return True


def call_filter(machine: str) -> list[tuple[int, int, int, int]]:
    """The steps of the kernel's filter for a processor: code, jump if true, jump if false, value."""
    numbers = sorted(FORBIDDEN[machine].values())
    load, equal, at_least, any_bit, give = 0x20, 0x15, 0x35, 0x45, 0x06  # LD, JEQ, JGE, JSET, RET
    allow, refuse, absent, kill = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38, 0x80000000
    program = [(load, 0, 0, 4), (equal, 1, 0, AUDIT_ARCH[machine]), (give, 0, 0, kill), (load, 0, 0, 0)]
    program += [(at_least, 0, 1, 0x40000000), (give, 0, 0, refuse)]  # the x32 numbers of x86_64
    for number in numbers:
        program += [(equal, 0, 1, number), (give, 0, 0, refuse)]
    program += asked(ASKED[machine])
    program += [(equal, 0, 1, CLONE3), (give, 0, 0, absent)]  # its flags cannot be seen: use clone instead
    program += [
        (equal, 0, 3, CLONE[machine]),
        (load, 0, 0, 16),
        (any_bit, 0, 1, NAMESPACES),
        (give, 0, 0, refuse),
    ]
    return [*program, (give, 0, 0, allow)]


def asked(numbers: dict[str, int]) -> list[tuple[int, int, int, int]]:
    """The steps of the filter for calls that depend on their arguments; the number is loaded all along.

    Arguments:
        numbers: of the calls in ASKED, on this processor.
    """
    load, equal, mask, give = 0x20, 0x15, 0x54, 0x06  # LD, JEQ, AND, RET
    nothing, refused, no_family, absent = (0x00050000 | number for number in (0, 1, 97, 38))
    first, second, third, fourth = 16, 24, 32, 40  # arguments in seccomp's record
    again = (load, 0, 0, 0)

    def chosen(at: int, values: Sequence[int], answer: int) -> list[tuple[int, int, int, int]]:
        """Give `answer` if the argument is one of `values`."""
        left = len(values)
        steps = [(load, 0, 0, at)]
        steps += [
            (equal, left - step - 1, 0 if step + 1 < left else 1, one) for step, one in enumerate(values)
        ]
        return [*steps, (give, 0, 0, answer)]

    def call(name: str, steps: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
        return [(equal, 0, len(steps) + 1, numbers[name]), *steps, again]

    families = [(load, 0, 0, first)]
    families += [(equal, len(FAMILIES) - step, 0, one) for step, one in enumerate(FAMILIES)]
    families += [(give, 0, 0, no_family)]
    program = call("socket", families) + call("socketpair", families)
    shared = [(load, 0, 0, fourth), (mask, 0, 0, SHARED_ANONYMOUS)]
    program += call("mmap", [*shared, (equal, 0, 1, SHARED_ANONYMOUS), (give, 0, 0, refused)])
    program += call("flock", [(give, 0, 0, absent)])
    program += call("fcntl", chosen(second, LOCKS_OF_OTHERS, nothing))
    buffers = chosen(third, SOCKET_BUFFERS, nothing)
    program += call("setsockopt", [(load, 0, 0, second), (equal, 0, len(buffers), 1), *buffers])
    return program


def close_descriptors(keep: set[int]) -> None:
    """Close every file descriptor but 0, 1, 2 and `keep`."""
    last = 2
    for descriptor in sorted(keep):
        os.closerange(last + 1, descriptor)
        last = descriptor
    os.closerange(last + 1, 65536)
