"""JupyterLab's worksheet view: who sits down, the folder that opens, the server and its settings."""
