"""Find the judges, run them on every model of a build, and say what they found.

A judge is a module of this package with ``NAME``, ``QUICK`` and ``judge``. One that is ``ISOLATED`` runs in a
process of its own, so that a crash of its software is a finding about the file and not the end of the run.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from igf1r_validation import report
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

PACKAGE = "igf1r_validation"
MANIFEST = ".model.json"
SBML = ".xml"
TIMEOUT_SECONDS = 1800.0


class NothingToJudgeError(ValueError):
    """No model, no judge, or one asked for that is not there: an error, never a pass."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Where a judge is and how it wants to be run."""

    name: str
    module: str
    quick: bool
    isolated: bool
    reads: str = SBML
    samples: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One judge on one model; a sample is all that a judge who offers it looks at."""

    judge: Judge
    build: Path
    model: str
    sample: bool = False


Progress = Callable[[Task, Verdict, float], None]


def discover(package: str = PACKAGE) -> list[Judge]:
    """The judges of a package, by name; a module that cannot be imported is an error, not one judge less."""
    home = importlib.import_module(package)
    names = [found.name for found in pkgutil.iter_modules(home.__path__) if not found.name.startswith("__")]
    modules = [importlib.import_module(f"{package}.{name}") for name in names]
    judges = [
        Judge(
            module.NAME,
            module.__name__,
            module.QUICK,
            getattr(module, "ISOLATED", False),
            getattr(module, "READS", SBML),
            getattr(module, "SAMPLES", False),
        )
        for module in modules
        if all(hasattr(module, wanted) for wanted in ("NAME", "QUICK", "judge"))
    ]
    if len({one.name for one in judges}) < len(judges):
        raise ImportError(f"two judges of {package} have the same name: {sorted(one.name for one in judges)}")
    return sorted(judges, key=lambda one: one.name)


def run(
    build: Path,
    models: Sequence[str],
    quick: bool,
    *,
    judges: Sequence[str] = (),
    package: str = PACKAGE,
    timeout: float = TIMEOUT_SECONDS,
    progress: Progress | None = None,
    sample: bool = False,
) -> list[Verdict]:
    """Judge the models of a build directory; no name given means all models, all judges.

    With `sample`, judges who can judge by a sample do (`SAMPLES`); it is the same one each time.

    Raises:
        NothingToJudgeError: no model or no judge is there, or one that was asked for is not.
    """
    verdicts = []
    for task in plan(build, models, quick, judges=judges, package=package):
        start = time.monotonic()
        verdicts.append(perform(replace(task, sample=sample and task.judge.samples), timeout))
        if progress:
            progress(task, verdicts[-1], time.monotonic() - start)
    return report.ordered(verdicts)


def plan(
    build: Path, models: Sequence[str], quick: bool, *, judges: Sequence[str] = (), package: str = PACKAGE
) -> list[Task]:
    """Who judges what, in an order that is always the same."""
    there = {path.name.removesuffix(MANIFEST): path.parent for path in manifests(build)}
    chosen_models = _chosen(f"model (*{MANIFEST}) in {build}", sorted(there), models)
    able = {one.name: one for one in discover(package) if one.quick or not quick}
    chosen_judges = _chosen("quick judge" if quick else "judge", sorted(able), judges)
    tasks = (Task(able[name], there[model], model) for model in chosen_models for name in chosen_judges)
    return [task for task in tasks if _concerns(task)]


def manifests(build: Path) -> list[Path]:
    """The manifests in a folder and its sub-folders (variants, contexts), but for those that wait to be judged."""
    found = sorted(build.rglob(f"*{MANIFEST}"))
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(build).parts)]


def _concerns(task: Task) -> bool:
    """A model in a context is its SBML: a context changes numbers, and the biology has been judged in the model."""
    manifest = json.loads((task.build / f"{task.model}{MANIFEST}").read_text(encoding="utf-8"))
    return task.judge.reads == SBML or not manifest.get("context")


def _chosen(what: str, there: Sequence[str], wanted: Sequence[str]) -> list[str]:
    missing = sorted(set(wanted) - set(there))
    if missing:
        raise NothingToJudgeError(f"no {what} is called {', '.join(missing)}; there are: {', '.join(there) or 'none'}")
    if not there:
        raise NothingToJudgeError(f"there is no {what}")
    return [name for name in there if name in wanted or not wanted]


def perform(task: Task, timeout: float = TIMEOUT_SECONDS) -> Verdict:
    """The verdict of one judge on one model, whatever happens to the judge."""
    return _in_own_process(task, timeout) if task.judge.isolated else _in_this_process(task)


def _in_this_process(task: Task) -> Verdict:
    try:
        judge = importlib.import_module(task.judge.module).judge
        result = judge(task.build, task.model, sample=True) if task.sample else judge(task.build, task.model)
    except (
        Exception,
        SystemExit,
    ) as error:  # a judge that breaks has not passed, and must not stop the others
        return _broken(task, "exception", f"{type(error).__name__}: {error}")
    if not isinstance(result, Verdict):
        return _broken(task, "no verdict", f"the judge returned {result!r}")
    if result.status == "passed" and result.findings:
        return replace(result, status="failed")
    return result


def _in_own_process(task: Task, timeout: float) -> Verdict:
    """Run this module in a new process, which leaves its verdict in a file: a judge may print anything."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "verdict.json"
        command = [sys.executable, "-m", f"{PACKAGE}.runner", "--one", task.judge.module, str(answer)]
        try:
            ended = subprocess.run(
                [*command, str(task.build), task.model, *(["--sample"] if task.sample else [])],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                capture_output=True,
                text=True,
                errors="replace",
                timeout=timeout,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return not_run(task.judge.name, "", _file(task), f"took longer than {timeout:g} s")
        if ended.returncode == 0 and answer.exists():
            return report.from_data(json.loads(answer.read_text(encoding="utf-8")))
        return _broken(task, "crash", _how_it_ended(ended))


def _how_it_ended(ended: subprocess.CompletedProcess[str]) -> str:
    last = " ".join(ended.stderr.strip().splitlines()[-1:])
    if ended.returncode < 0:
        return f"the process was ended by {signal.Signals(-ended.returncode).name}. {last}".strip()
    lack = "" if ended.returncode else " and without a verdict"
    return f"the process ended with code {ended.returncode}{lack}. {last}".strip()


def _one(module: str, answer: str, build: str, model: str, *sample: str) -> int:
    """The child's part of :func:`_in_own_process`."""
    name = importlib.import_module(module).NAME
    task = Task(Judge(name, module, quick=False, isolated=False), Path(build), model, bool(sample))
    result = _in_this_process(task)
    Path(answer).write_text(json.dumps(report.as_data(result)), encoding="utf-8")
    return 0


def _broken(task: Task, rule: str, message: str) -> Verdict:
    return verdict(task.judge.name, "", _file(task), [Finding("", rule, message)], "the judge broke off")


def _file(task: Task) -> str:
    return f"{task.model}{MANIFEST}"


def main(argv: Sequence[str] | None = None) -> int:
    """Judge a build from the command line: 0 all passed, 1 something did not, 2 nothing to judge."""
    options = _parser().parse_args(argv)
    try:
        verdicts = _run_with_progress(options)
    except (NothingToJudgeError, ImportError) as error:
        report.console(stderr=True).print(f"error: {error}", style="red", markup=False, soft_wrap=True)
        return 2
    path = options.json or options.build / "validation.json"
    report.write_json(verdicts, path)
    report.show(verdicts, report.console())
    return exit_code(verdicts, options.strict)


def exit_code(verdicts: Sequence[Verdict], strict: bool = True) -> int:
    """0 if all passed that applies; without ``strict`` a judge may be unable to run, if any other passed."""
    statuses = {one.status for one in verdicts}
    allowed = {"passed", "not applicable"} | (set() if strict else {"not run"})
    return 0 if "passed" in statuses and statuses <= allowed else 1


def _run_with_progress(options: argparse.Namespace) -> list[Verdict]:
    tasks = plan(options.build, options.model, options.quick, judges=options.judge)
    with report.progress(len(tasks)) as progress:
        return run(
            options.build,
            options.model,
            options.quick,
            judges=options.judge,
            timeout=options.timeout,
            sample=options.sample,
            progress=lambda task, one, seconds: progress(task.model, one, seconds),
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m igf1r_validation",
        description="Judge the files of a build with software that did not write them.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="""examples:
  python -m igf1r_validation build --quick             what every build must pass, in seconds
  python -m igf1r_validation build                     all judges, Paxtools and COPASI too
  python -m igf1r_validation build --model igf1r_core --judge "same curves"
exit code: 0 all passed, 1 something failed or could not run, 2 nothing to judge""",
    )
    parser.add_argument("build", type=Path, metavar="BUILD_DIR", help=f"folder with the models' *{MANIFEST} files")
    parser.add_argument("--quick", action="store_true", help="only the quick judges")
    parser.add_argument("--sample", action="store_true", help="judges who can look at a fixed sample only")
    parser.add_argument("--model", nargs="+", default=[], metavar="NAME", help="only these models")
    parser.add_argument("--judge", nargs="+", default=[], metavar="NAME", help="only these judges")
    parser.add_argument("--json", type=Path, metavar="PATH", help="verdicts (default: BUILD_DIR/validation.json)")
    parser.add_argument(
        "--timeout", type=float, default=TIMEOUT_SECONDS, metavar="S", help="for a judge in its own process"
    )
    parser.add_argument(
        "--strict",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="a judge that could not run is a failure (default: yes)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(_one(*sys.argv[2:]) if sys.argv[1:2] == ["--one"] else main(sys.argv[1:]))
