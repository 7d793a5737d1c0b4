"""A notebook that prints all that a cell can see of where it runs, a line each."""

from courses import shape

LOOK = """
import asyncio, builtins, faulthandler, gc, json, locale, logging, os, pdb, platform, resource, signal
import sys, tempfile, threading, time, types, warnings
from pathlib import Path
def show(name, look):
    try:
        seen = look()
    except BaseException as error:
        seen = f"{type(error).__name__}: {error}"
    print(f"{name} = {seen!r}".replace("\\\\n", " "))
ip, main = get_ipython(), sys.modules["__main__"]
"""

SEEN = {
    "python": [
        "sys.path", "sys.argv[0]", "sys.argv[1::2]", "len(sys.argv)", "sys.flags", "sys.executable",
        "sys.prefix", "sys.meta_path", "sys.path_hooks", "sys.getrecursionlimit()", "sys.getswitchinterval()",
        "sys.gettrace(), sys.getprofile()", "sys.dont_write_bytecode", "sys.getfilesystemencoding()",
        "sys.excepthook.__qualname__", "sys.displayhook.__class__", "sys.warnoptions", "sys._xoptions",
        "hasattr(sys, 'ps1')", "sorted(set(vars(builtins)) - {'execfile', 'runfile'})",
        "[str(one) for one in warnings.filters]", "warnings.showwarning.__qualname__",
        "gc.isenabled(), gc.get_threshold()", "faulthandler.is_enabled()", "faulthandler.enable.__module__",
        "(pdb.Pdb, pdb.set_trace.__module__)", "logging.root.level, logging.root.handlers",
        "threading.stack_size()", "threading.current_thread().name",
        "[t.name for t in threading.enumerate()]",
    ],
    "main": [
        "main.__name__, main.__doc__, main.__spec__, main.__loader__, main.__package__",
        "hasattr(main, '__file__')", "globals() is vars(main)",
        "sorted(n for n in vars(main) if n[0] == '_')",
        "_dh", "len(In), Out, _ih[0], _oh", "In is _ih", "__builtins__",
    ],
    "ipython": [
        "type(ip), type(ip.kernel), type(ip.kernel.parent)", "ip.parent is ip.kernel", "ip.config.keys()",
        "__import__('traitlets').config.Application.instance() is ip.kernel.parent",
        "[type(one).__name__ for one in ip.configurables]", "sorted(ip.extension_manager.loaded)",
        "{kind: sorted(names) for kind, names in ip.magics_manager.magics.items()}",
        "{name: [one.__qualname__ for one in called] for name, called in ip.events.callbacks.items()}",
        "ip.ast_node_interactivity, ip.autocall, ip.automagic, ip.colors, ip.xmode, ip.pdb, ip.logfile",
        "ip.history_manager.enabled, ip.history_manager.hist_file", "ip.starting_dir", "ip.loop_runner",
        "ip.display_formatter.active_types", "ip.kernel.implementation", "ip.kernel.banner[:6]",
        "{name: sorted(map(str, one.type_printers)) for name, one in "
        "ip.display_formatter.formatters.items()}",
        "{name: sorted(map(str, one.deferred_printers)) for name, one in "
        "ip.display_formatter.formatters.items()}",
        "ip.profile_dir.location",
    ],
    "process": [
        "os.getcwd()", "sorted(os.listdir())", "(os.umask(os.umask(0o22)), os.umask(0o22))", "os.nice(0)",
        "os.cpu_count()", "sorted(os.sched_getaffinity(0))", "tempfile.gettempdir()",
        "os.path.expanduser('~')",
        "os.getuid(), os.getgid()", "os.getpid()", "platform.node()", "platform.python_version()",
        "{s.name: str(signal.getsignal(s)) for s in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE, "
        "signal.SIGCHLD, signal.SIGALRM, signal.SIGHUP, signal.SIGUSR1)}",
        "sorted(signal.pthread_sigmask(signal.SIG_BLOCK, []))", "resource.getrlimit(resource.RLIMIT_STACK)",
        "resource.getrlimit(resource.RLIMIT_NOFILE), resource.getrlimit(resource.RLIMIT_AS)",
        "time.tzname", "locale.getlocale(), locale.setlocale(locale.LC_ALL), locale.getpreferredencoding()",
        "{name: os.environ.get(name) for name in ('LANG', 'LC_ALL', 'TZ', 'SHELL', 'TERM', 'PAGER', "
        "'MPLBACKEND', 'NBGRADER_EXECUTION', 'CLICOLOR', 'FORCE_COLOR', 'PYTHONSAFEPATH', "
        "'PYTHONDONTWRITEBYTECODE', 'PYTHONHASHSEED', 'PYTHONPATH')}",
        "sorted(os.environ)",
    ],
    "streams": [
        "str(sys.stdin), sys.stdin.isatty(), sys.stdin.fileno()", "sys.stdin.read()", "os.isatty(0)",
        "type(sys.stdout), type(sys.stderr), sys.stdout.name, sys.stderr.name",
        "sys.stdout.encoding, sys.stdout.errors, sys.stdout.isatty(), sys.stdout.closed",
        "sys.stdout.writable(), sys.stdout.readable(), sys.stdout.seekable(), hasattr(sys.stdout, 'buffer')",
        "sys.stdout.fileno() > 2", "[str(one) for one in (sys.__stdin__, sys.__stdout__, sys.__stderr__)]",
    ],
    "loop": [
        "type(asyncio.get_event_loop()), asyncio.get_event_loop().is_running()",
        "type(asyncio.get_event_loop_policy()), asyncio.get_event_loop().get_debug()",
    ],
}  # fmt: skip
"""What is looked at, by subject."""

MEANT = {
    "sys.argv[1::2]": None,
    "[t.name for t in threading.enumerate()]": "threads",
    "threading.stack_size()": "limits",
    "ip.config.keys()": "threads",
    "ip.profile_dir.location": "profile",
    "os.getuid(), os.getgid()": "identity",
    "os.getpid()": "identity",
    "platform.node()": "identity",
    "resource.getrlimit(resource.RLIMIT_NOFILE), resource.getrlimit(resource.RLIMIT_AS)": "limits",
    "sorted(os.environ)": "environment",
}
"""What may differ, and the row of `differences` that says why; None: the name of a temporary file."""

ENVIRONMENT = shape(
    *(
        LOOK + "\n".join(f"show({what!r}, lambda: ({what}))" for what in asked)
        for asked in SEEN.values()
    ),
    "!ls | wc -l",
    "%who",
    "%pwd",
    "%history -n 1",
)  # fmt: skip
