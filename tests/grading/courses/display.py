"""What cells of public courses show: figures, tables, rich displays, widgets, long outputs."""

import course_kit as kit

from courses import shape

AXES = kit.tests("axes", 2, "axes = plt.gca()\nassert axes.get_title() == '' and len(axes.lines) == 0")

INLINE_FIRST = shape(
    "%matplotlib inline\nimport matplotlib\nimport matplotlib.pyplot as plt",
    "plt.plot([1, 2, 3]);",
    "figure, axes = plt.subplots()\naxes.plot([1, 2])\nprint('before the figure')",
    "plt.get_fignums(), matplotlib.get_backend(), plt.isinteractive(), matplotlib.rcParams['figure.dpi']",
    "axes.get_title(), len(axes.lines)",
    "figure",
    "plt.hist([1, 2, 2])\nplt.show()\nprint('after')",
    "%config InlineBackend.figure_format = 'jpeg'\nplt.plot([1])\nplt.show()",
    "import os\nplt.plot([1])\nplt.savefig('x.png')\nplt.close()\nos.path.exists('x.png')",
    AXES,
    kit.tests("lines", 1, "plt.plot([1, 2])\nassert len(plt.gca().lines) == 1"),
)

INLINE_LATER = shape(
    "import numpy as np\nimport matplotlib\nimport matplotlib.pyplot as plt",
    "plt.plot([1, 2])\nplt.title('one')",
    "%matplotlib inline",
    "plt.bar([1], [2])\nplt.xlabel('x')",
    "%matplotlib\n",
    "%matplotlib agg\nplt.plot([1])\nmatplotlib.get_backend(), plt.get_fignums()",
    "%matplotlib inline\nplt.get_fignums(), matplotlib.get_backend()",
    "%gui asyncio",
    "%gui nosuch",
    "%matplotlib --list",
    "plt.style.use('ggplot')\nplt.rcParams['axes.facecolor']",
    "plt.title('中文')\nplt.show()",
    AXES,
)

PYLAB = shape(
    "%pylab inline",
    "plot([1, 2])",
    "array([1, 2]).sum(), linspace(0, 1, 3)",
    "%matplotlib tk",
    "%matplotlib widget",
    kit.tests("pylab", 1, "assert gcf() is not None"),
)

TABLES = shape(
    "import pandas as pd\nframe = pd.DataFrame({'a': [1, 2, 3], 'b': [3.0, 1, 2]})\nframe",
    "frame.plot()",
    "frame.describe()",
    "frame['a'].plot(kind='bar', title='bars').get_title()",
    "pd.set_option('display.max_rows', 2)\npd.DataFrame({'x': range(50)})",
    "frame[frame.a > 1]['b'] = 1",
    "frame.info()",
    "pd.read_csv('data/table.csv')",
    kit.tests("sum", 1, "assert frame.a.sum() == 6"),
    given={"data/table.csv": "a,b\n1,2\n"},
)

RICH = """
class Odd:
    def _repr_mimebundle_(self, include=None, exclude=None):
        return {'application/x-odd+json': {'a': 1}, 'text/plain': 'odd'}
class Picture:
    def _repr_png_(self):
        return b'\\x89PNG'
class Silent:
    def __repr__(self):
        raise ValueError('no')
def deep(n):
    return [deep(n - 1)] if n else 1
"""

MIME = shape(
    RICH + "from IPython.display import HTML, JSON, Code, Image, Javascript, Latex, clear_output, display",
    "Odd()",
    "Picture()",
    "Silent()",
    "display(JSON({'a': [1, {'b': None}]}), Latex('$a$'), Javascript('1'), Code('x = 1'))",
    "Image(data=b'\\x89PNG\\r\\n\\x1a\\n' + b'0' * 20, format='png')",
    "display({'application/json': deep(60), 'text/plain': 'deep'}, raw=True)",
    "display({'application/json': {'n': float('nan')}, 'text/plain': 'nan'}, raw=True)",
    "import datetime\nimport numpy as np\nodd = {'n': np.int64(2), 'a': np.arange(3),\n"
    "    'd': datetime.date(2020, 1, 1), 's': {1}}\n"
    "display({'application/json': odd, 'text/plain': 'odd'}, raw=True)",
    "handle = display('x', display_id='h')\nhandle.update('y')",
    "print('gone')\nclear_output(wait=True)\nprint('kept')",
    "%%html\n<b>x</b>",
    "%%capture caught\nprint('out')\nimport sys\nprint('err', file=sys.stderr)\n5",
    "caught.show()",
    "caught.stdout, caught.stderr, caught.outputs",
    "from PIL import Image as Picture\nPicture.new('RGB', (4, 4), 'red')",
    "import sympy\nx = sympy.symbols('x')\nx**2 + 1",
    "sympy.init_printing()\nsympy.Integral(x, x)",
    "b'bytes', 'é中文😀', float('nan'), {1: {2}}, ..., lambda: 1",
    kit.tests("sympy", 1, "sympy.Integer(1)"),
)

WIDGETS = shape(
    "import ipywidgets as widgets\nout = widgets.Output()\nwith out:\n    print('in')\n    display(1)\nout",
    "out.outputs",
    "slider = widgets.IntSlider(3)\nslider.observe(lambda change: print(change['new']), 'value')\n"
    "slider.value = 5",
    "widgets.interact(lambda x: x * 2, x=4)",
    "button = widgets.Button(description='b')\nbutton.on_click(lambda _: print('clicked'))\nbutton.click()",
    "widgets.Image(value=b'x', format='png')",
    "out.clear_output()",
    "out.outputs",
    kit.tests("slider", 1, "assert slider.value == 5"),
)

LONG = shape(
    "print('x' * 3_000_000)",
    "for i in range(20_000):\n    print(i)",
    "import numpy as np\nblock = np.ones(75_000_000)\nblock.nbytes, block.sum()",
    "del block\nlist(range(5000))",
    "import sys\nfor i in range(500):\n    print(i, file=sys.stderr if i % 2 else sys.stdout)",
    kit.tests("long", 1, "assert True"),
)
