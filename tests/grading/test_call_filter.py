"""The kernel's filter, step by step: what each system call gets, on both processors."""

import errno

import pytest

from nongju.grading.sandbox import confine

ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
KILLED, LET_THROUGH = 0x80000000, 0x7FFF0000

# fmt: off
NEVER = {
    "x86_64": [101, 310, 311, 272, 308, 165, 166, 155, 250, 248, 249, 321, 298, 323, 425, 319, 447, 29, 68,
               64, 246, 428, 429, 430, 438, 278, 253, 294, 300],
    "aarch64": [117, 270, 271, 97, 268, 40, 39, 41, 219, 217, 218, 280, 241, 282, 425, 279, 447, 194, 186,
                190, 104, 428, 429, 430, 438, 75, 26, 262],
}
# fmt: on
"""ptrace, reading and writing another's memory, namespaces, mounts, keys, bpf, perf, user faults, io_uring,
memory without a file, System V memory, queues and semaphores, kexec, the newer mount calls, another's
descriptors, pages given to a pipe, and looking at what others do with a file."""

SOCKET = {"x86_64": (41, 53), "aarch64": (198, 199)}
MMAP, FLOCK, FCNTL = (
    {"x86_64": 9, "aarch64": 222},
    {"x86_64": 73, "aarch64": 32},
    {"x86_64": 72, "aarch64": 25},
)
SETSOCKOPT, CLONE = {"x86_64": 54, "aarch64": 208}, {"x86_64": 56, "aarch64": 220}
READ = {"x86_64": 0, "aarch64": 63}
CLONE3 = 435


def verdict(machine, number, *arguments, arch=None):
    """What the filter answers: LET_THROUGH, KILLED, or the negative errno that the call gives."""
    record = {0: number, 4: ARCHITECTURE[machine] if arch is None else arch}
    record |= {16 + 8 * at: value & 0xFFFFFFFF for at, value in enumerate([*arguments, 0, 0, 0, 0][:6])}
    program, at, held = confine.call_filter(machine), 0, 0
    assert len(program) < 4096
    while True:
        code, yes, no, value = program[at]
        at += 1
        if code == 0x20:
            held = record[value]
        elif code == 0x54:
            held &= value
        elif code == 0x06:
            return value if value in (KILLED, LET_THROUGH) else -(value & 0xFFFF)
        else:
            holds = {0x15: held == value, 0x35: held >= value, 0x45: bool(held & value)}[code]
            at += yes if holds else no


@pytest.fixture(params=sorted(ARCHITECTURE))
def machine(request):
    return request.param


def test_what_a_notebook_has_no_use_for_is_refused_and_reading_is_not(machine):
    assert {number: verdict(machine, number) for number in NEVER[machine]} == dict.fromkeys(
        NEVER[machine], -errno.EPERM
    )
    assert verdict(machine, READ[machine]) == LET_THROUGH


def test_calls_of_another_processor_end_the_process(machine):
    assert verdict(machine, READ[machine], arch=0x40000003) == KILLED


def test_the_other_numbers_of_the_same_processor_are_refused(machine):
    assert verdict(machine, 0x40000000 + READ[machine]) == -errno.EPERM


@pytest.mark.parametrize(
    "flag", [0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000]
)
def test_no_process_is_made_in_a_namespace_of_its_own(machine, flag):
    assert verdict(machine, CLONE[machine], flag | 17) == -errno.EPERM
    assert verdict(machine, CLONE[machine], 17) == LET_THROUGH
    assert verdict(machine, CLONE3) == -errno.ENOSYS


@pytest.mark.parametrize("which", [0, 1])
def test_sockets_are_of_the_own_namespace(machine, which):
    number = SOCKET[machine][which]
    let = [family for family in range(50) if verdict(machine, number, family, 1) == LET_THROUGH]
    assert let == [1, 2, 10, 16]
    assert verdict(machine, number, 40, 1) == -errno.EAFNOSUPPORT


@pytest.mark.parametrize(
    ("flags", "let"),
    [
        (0x21, False),
        (0x23, False),
        (0x40021, False),
        (0x22, True),
        (0x01, True),
        (0x02, True),
        (0x20022, True),
    ],
)
def test_memory_is_shared_by_files_alone(machine, flags, let):
    given = verdict(machine, MMAP[machine], 0, 4096, 3, flags)
    assert given == (LET_THROUGH if let else -errno.EPERM)


def test_locks_tell_nothing_of_others(machine):
    assert verdict(machine, FLOCK[machine], 3, 2) == -errno.ENOSYS
    orders = {order: verdict(machine, FCNTL[machine], 3, order) for order in (5, 36, 1024, 1026)}
    assert orders == dict.fromkeys(orders, 0)
    for order in (0, 1, 2, 3, 4, 6, 7, 37, 38, 1030, 1031):
        assert verdict(machine, FCNTL[machine], 3, order) == LET_THROUGH


def test_buffers_of_sockets_keep_the_system_s_size(machine):
    kept = [option for option in range(80) if verdict(machine, SETSOCKOPT[machine], 3, 1, option) == 0]
    assert kept == [7, 8, 32, 33]
    assert verdict(machine, SETSOCKOPT[machine], 3, 6, 7) == LET_THROUGH
