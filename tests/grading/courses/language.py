"""What cells of public courses do with Python itself: classes, tasks, threads, processes, warnings, ends."""

import course_kit as kit

from courses import shape

OTTER = """
class Checks:
    def __init__(self):
        self.asked = {"q1": ["x == 1", "x < 5"]}
    def check(self, name):
        return Report(name, [(text, bool(eval(text, globals()))) for text in self.asked[name]])
class Report:
    def __init__(self, name, done):
        self.name, self.done = name, done
    def __repr__(self):
        return f"{self.name}: {self.done}"
    def _repr_html_(self):
        return f"<p><b>{self.name}</b> {all(ok for _, ok in self.done)}</p>"
grader = Checks()
"""

CHECKED = shape(
    OTTER,
    kit.solution("x", "### BEGIN SOLUTION\nx = 1\n### END SOLUTION"),
    "grader.check('q1')",
    kit.tests("otter", 2, "assert all(ok for _, ok in grader.check('q1').done)"),
    "from hashlib import sha1",
    kit.tests("autotest", 1, 'assert sha1(str(x).encode() + b"a1").hexdigest()[:6] == "ee7dd9", "x is off"'),
    kit.tests("hidden", 1, "assert x\n### BEGIN HIDDEN TESTS\nassert x == 1\n### END HIDDEN TESTS"),
    kit.tests("partial", 3, "score = 0.0\nif x == 1:\n    score += 1.5\nscore"),
    kit.tests("numpy", 2, "import numpy as np\nnp.testing.assert_allclose([x], [1])"),
    kit.tests("numpy-mark", 3, "np.float64(2.5)"),
    kit.tests("says", 1, "print('ok')"),
    kit.tests("unittest", 1, "import unittest\nunittest.TestCase().assertEqual(x, 1)"),
    kit.tests("doctest", 1, "import doctest\ndef g():\n    '''\n    >>> g()\n    2\n    '''\n    return 1\n"
              "doctest.run_docstring_examples(g, globals())"),
    kit.tests("not-written", 1, "raise NotImplementedError()"),
    kit.manual_code("figure", 3, "### BEGIN SOLUTION\n1\n### END SOLUTION"),
    answers={"x": "x = 1", "figure": "print('mine')"},
)  # fmt: skip
"""Cells that otter-grader and nbgrader's autotest make, and marks of every kind."""

CLASSES = shape(
    "import copy, dataclasses, enum, inspect, pickle, shelve\nclass A:\n    x = 1\nclass B(A):\n    pass\n"
    "@dataclasses.dataclass\nclass D:\n    a: int\nclass C(enum.Enum):\n    X = 1",
    "pickle.loads(pickle.dumps([B(), D(1), C.X]))[1:], pickle.dumps(B())",
    "A, A.__module__, B.__mro__, copy.deepcopy(D(2))",
    "inspect.getsource(A)",
    "import __main__\n__main__.A is A, __main__.__name__",
    "def fn():\n    'doc'\n    return 1\nhelp(fn)",
    "fn??",
    "with shelve.open('s') as kept:\n    kept['d'] = D(3)\nwith shelve.open('s') as kept:\n"
    "    print(kept['d'])",
    "import unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(1, 1)\n"
    "T('test_a').run()",
    "import argparse\nparser = argparse.ArgumentParser()\nparser.parse_known_args()[1][0]",
    kit.tests("pickled", 1, "assert isinstance(pickle.loads(pickle.dumps(A())), A)"),
)

TASKS = shape(
    "import asyncio\nasync def later(x):\n    await asyncio.sleep(0.01)\n    return x\nawait later(1)",
    "steps = []\nasync def background():\n    for i in range(3):\n        await asyncio.sleep(0)\n"
    "        steps.append(i)\n    print('nobody reads this')\n"
    "task = asyncio.create_task(background())\nprint('made')",
    "steps, task.done()",
    "asyncio.run(later(1))",
    "await asyncio.gather(later(1), later(2))",
    "[x async for x in (await later(i) for i in range(3))]",
    "async def fails():\n    raise ValueError('v')\nlost = asyncio.create_task(fails())",
    "await asyncio.sleep(0.05)\nlost.done(), lost.exception()",
    "loop = asyncio.get_running_loop()\nloop.call_later(0.01, print, 'called')\nawait asyncio.sleep(0.2)",
    "await loop.run_in_executor(None, sum, [1, 2])",
    kit.tests("awaited", 2, "assert await later(3) == 3"),
)

THREADS = shape(
    "import threading, time\ndef late():\n    time.sleep(0.6)\n    print('late')\n"
    "thread = threading.Thread(target=late)\nthread.start()\nprint('first')",
    "time.sleep(1.5)\nprint('second')",
    "from concurrent.futures import ThreadPoolExecutor\nsums = []\nfor n in (20, 50, 100):\n"
    "    with ThreadPoolExecutor(n) as pool:\n        sums.append(sum(pool.map(abs, range(200))))\nsums",
    "gate = threading.Barrier(101)\nthreads = [threading.Thread(target=gate.wait) for _ in range(100)]\n"
    "for one in threads:\n    one.start()\ngate.wait()\n'open'",
    "def boom():\n    raise ValueError('in a thread')\nthread = threading.Thread(target=boom, name='t')\n"
    "thread.start()\nthread.join()",
    kit.tests("threads", 1, "assert sums == [19900] * 3"),
)

PROCESSES = shape(
    "import multiprocessing as mp, os, signal, subprocess, sys, time\ndef square(x):\n"
    "    print('child', x, flush=True)\n    return x * x",
    "with mp.Pool(1) as pool:\n    print(pool.map(square, [2, 3]))",
    "def fails():\n    print('before')\n    raise ValueError('v')\nchild = mp.Process(target=fails)\n"
    "child.start()\nchild.join()\nchild.exitcode",
    "pid = os.fork()\nif pid == 0:\n    print('forked')\n    os._exit(3)\nos.waitpid(pid, 0)[1]",
    "queue = mp.Queue()\nchild = mp.Process(target=queue.put, args=(5,))\nchild.start()\nprint(queue.get())\n"
    "child.join()",
    "subprocess.run([sys.executable, 'beside.py'], capture_output=True, text=True).stdout",
    "done = subprocess.run([sys.executable, '-m', 'pytest', '-q', '-p', 'no:cacheprovider', 'test_it.py'],\n"
    "                      capture_output=True, text=True)\ndone.returncode, done.stdout.splitlines()[0]",
    "!cat",
    "subprocess.run('echo shown; echo hidden >&2', shell=True, stderr=subprocess.DEVNULL)\ntime.sleep(0.5)",
    kit.tests("stderr-given", 1, "subprocess.run('echo e >&2', shell=True, stderr=sys.stderr)\n"
              "time.sleep(0.5)"),
    kit.tests("stderr-inherited", 1, "subprocess.run('echo e >&2', shell=True)\ntime.sleep(0.5)"),
    "def ring(*_):\n    raise TimeoutError('alarm')\nsignal.signal(signal.SIGALRM, ring)\nsignal.alarm(1)\n"
    "time.sleep(5)",
    "import http.server, threading, urllib.request\nclass Quiet(http.server.SimpleHTTPRequestHandler):\n"
    "    def log_message(self, *_):\n        pass\nserver = http.server.HTTPServer(('localhost', 0), Quiet)\n"
    "threading.Thread(target=server.serve_forever, daemon=True).start()\n"
    "print(urllib.request.urlopen(f'http://127.0.0.1:{server.server_port}/mark.py').read())\nserver.shutdown()",
    kit.tests("pool", 1, "with mp.Pool(1) as pool:\n    assert pool.map(abs, [-1]) == [1]"),
    given={"mark.py": "MARK = 7\n", "beside.py": "from mark import MARK\nprint(MARK)\n",
           "test_it.py": "from mark import MARK\ndef test_it():\n    assert MARK == 7\n"},
)  # fmt: skip

WARNINGS = shape(
    "import sys, warnings\nimport numpy as np\nnp.log(0)",
    "warnings.warn('old', DeprecationWarning)\nwarnings.warn('soon', FutureWarning)",
    "'\\d', 1 is 1",
    "import noisy",
    "import imp",
    "import this",
    kit.tests("quiet", 1, "sys.stderr.write('')"),
    kit.tests("loud", 1, "import loud"),
    kit.tests("warned", 1, "import uu"),
    kit.tests("logged", 1, "import logging\nlogging.getLogger('x').warning('w')"),
    kit.tests("unlogged", 1, "logging.getLogger('x').info('w')"),
    given={"noisy.py": "import warnings\nwarnings.warn('noisy')\n", "loud.py": "print('loud')\n"},
)

STATE = shape(
    "import decimal, locale, os, random\nimport numpy as np\ndecimal.getcontext().prec = 5\n"
    "np.set_printoptions(precision=2)\nnp.seterr(all='raise')",
    "decimal.Decimal(1) / 3, np.array([1 / 3])",
    "np.array([1]) / 0",
    "import contextvars\nkept = contextvars.ContextVar('kept', default=0)\nkept.set(5)",
    "kept.get()",
    "random.seed(1)\nnp.random.seed(0)\nrandom.random(), np.random.rand()",
    "random.random(), np.random.rand()",
    "breakpoint()\nimport pdb",
    "input('?')",
    "%store -r nothing",
    "1 / 0",
    "%debug",
    "x, y = 1, 2\nx\ny",
    "get_ipython().ast_node_interactivity = 'all'",
    "x\ny",
    kit.tests("all-values", 2, "1.0\n2.0"),
    "raise KeyboardInterrupt",
    "import signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(1)",
    "sys = __import__('sys')\nsys.exit('bye')",
    "raise ExceptionGroup('several', [ValueError(1), TypeError(2)])",
    "class Broken(Exception):\n    def __str__(self):\n        raise ValueError\nraise Broken",
    "exit()",
)  # fmt: skip
"""State that goes on from cell to cell, and ends of cells; the last one leaves the kernel."""

MANY = shape(*(f"x{i} = {i}\nx{i}" for i in range(300)), kit.tests("many", 1, "assert x299 == 299"))
"""As many cells as a long chapter has."""
