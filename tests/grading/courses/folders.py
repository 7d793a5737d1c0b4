"""What cells of public courses do with files: modules and data beside the notebook, other notebooks."""

import course_kit as kit

from courses import shape

HELPER = "import os\nWHERE = os.path.basename(__file__)\ndef double(x):\n    return 2 * x\n"

MODULES = shape(
    "from helper import double, WHERE\nfrom package.inner.deep import V\nprint(WHERE, V)",
    "import helper, package\nhelper.__name__, package.__path__[0][-7:]",
    kit.tests("helper", 2, "assert double(2) == 4"),
    "%run script.py\nresult",
    "!python script.py",
    "%%bash\npython -m helper && ls *.ipynb | wc -l",
    "!ls | wc -l",
    "import os\n[(folder, sorted(names)) for folder, _, names in sorted(os.walk('.'))]",
    "import sys\nsys.path.insert(0, os.path.abspath('package/inner'))\nimport deep\ndeep.V",
    "!./run.sh",
    "!echo {a,b} $0",
    "os.access('run.sh', os.X_OK), os.path.basename(os.getcwd()), oct(os.stat('data.csv').st_mode)",
    "open('../../../gradebook.txt')",
    "import tabulate\ntabulate.OURS",
    "import json\nlen(json.load(open('modules.ipynb'))['cells'])",
    given={"helper.py": HELPER, "data.csv": "a\n1\n",
           "script.py": "from helper import double\nresult = double(21)\nprint(result, __name__)\n"},
    own={"package/__init__.py": "", "package/inner/deep.py": "V = 3\n", "run.sh": "#!/bin/sh\necho ran\n",
         "tabulate.py": "OURS = True\n", "__pycache__/old.pyc": "x", ".hidden": "x"},
)  # fmt: skip

WRITTEN = shape(
    "%%writefile mine.py\ndef f():\n    return 7",
    "import mine\nmine.f()",
    "%%writefile -a mine.py\n\ndef g():\n    return 8",
    "import importlib\nimportlib.reload(mine).g()",
    "%load_ext autoreload\n%autoreload 2",
    "!python -c 'import mine; print(mine.f())'",
    "%%file other.py\nimport mine\nprint(mine.g())",
    "%run other.py",
    "%pycat other.py",
    "%save kept.py 1-2",
    "%%script python\nprint(1)",
    "%%script bash --out said\necho a",
    "said",
    "%env XX=1\n!echo $XX",
    "listed = !echo a b\nlisted",
    "import sqlite3\nbase = sqlite3.connect('d.db')\nbase.execute('create table t(a)')\n"
    "list(base.execute('select * from t'))",
    "%cd ..\n%cd -q -",
    "%whos int",
    "%history -n 1-2",
    "%precision 2\n1 / 3",
    "%xmode Minimal\n1 / 0",
    "%nosuch",
    kit.tests("written", 1, "assert mine.g() == 8"),
)  # fmt: skip

LEAVES = shape(
    "import os\nopen('made.txt', 'w').write('by the first')\nos.makedirs('made/deep')",
    "os.remove('gone.txt')\nopen('grows.csv', 'a').write('more')",
    "%%writefile lib.py\nK = 9",
    "sorted(name for name in os.listdir() if name.endswith('.ipynb'))",
    given={"gone.txt": "g", "grows.csv": "x"},
)

FINDS = shape(
    "import os\nsorted(os.listdir()), os.path.isdir('made/deep')",
    kit.tests("found", 2, "assert open('made.txt').read() == 'by the first'"),
    "import lib\nlib.K, open('grows.csv').read()",
    "%run later-1.ipynb",
    "%run later-3.ipynb",
)
"""The notebook after `LEAVES`: stock nbgrader runs both in one folder, in the order of their names."""

LAST = shape("1", kit.tests("last", 1, "import os\nassert not os.path.exists('gone.txt')"))
