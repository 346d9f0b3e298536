"""The command line: ``igf1r-model build``, ``validate``, ``simulate``, ``diff``, ``describe`` and others.

Exit codes: 0 all is well, 1 a judge objects, 2 the input is wrong and nothing was written.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # loaded when a command runs, so that --help is there at once
    from igf1r_model.assembly import Plan

EXAMPLES: Final = """examples:
  igf1r-model build                        every model of the pathway, into build/
  igf1r-model build --model igf1r_core     one of them
  igf1r-model build --context all          every context of every model, as SBML, into build/contexts/
  igf1r-model build my_pathway.py          the MODELS of a file of your own
  igf1r-model validate                     all judges on what is in build/
  igf1r-model simulate igf1r_full          which experiments there are
  igf1r-model simulate igf1r_full rapamycin_rebound --plot rebound.svg
  igf1r-model paint igf1r_full rapamycin_rebound --at 48h --arm rapamycin
  igf1r-model diff HEAD build              what changed in the biology since the last commit
  igf1r-model baseline                     compute the ligand-free steady states again
  igf1r-model calibrate --starts 10        fit the estimated constants to the data of the experiments
  igf1r-model deposit igf1r_core           a folder for a repository, with a checklist, into build/deposit/
  igf1r-model describe igf1r_core          every process as an English sentence
  igf1r-model add-id uniprot:P12345 AATM   vouch for an identifier that is not in the table
  igf1r-model add-paper 12345678 "Title"   vouch for a paper
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return the exit code."""
    arguments = _parser().parse_args(argv)
    from igf1r_model.issues import PathwayError
    from igf1r_model.simulate import NotInstalledError, SimulationError

    try:
        return int(arguments.run(arguments))
    except PathwayError as error:
        print(error, file=sys.stderr)
        problems = "1 problem" if len(error.issues) == 1 else f"{len(error.issues)} problems"
        print(f"{problems}; nothing was written", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return 0
    except (OSError, ValueError, NotInstalledError) as error:
        print(f"igf1r-model: {error}", file=sys.stderr)
        return 2
    except SimulationError as error:
        print(f"igf1r-model: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="igf1r-model",
        description="Build SBML and BioPAX from the IGF1R pathway, and have them judged.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = _command(commands, "build", _build, "write every format of every model, if the judges agree")
    _choice(build)
    build.add_argument(
        "--context", action="append", default=[], metavar="NAME", help="this context (or all) as SBML; repeatable"
    )
    build.add_argument("--out", type=Path, default=Path("build"), metavar="DIR", help="where to (build)")
    validate = _command(commands, "validate", _validate, "have the written files read by the field's own software")
    validate.add_argument("--out", type=Path, default=Path("build"), metavar="DIR", help="what to judge (build)")
    validate.add_argument("--quick", action="store_true", help="only the judges that take a second or less")
    validate.add_argument("--sample", action="store_true", help="a fixed sample of what the slowest judges look at")
    validate.add_argument("--models-only", action="store_true", help="not the models in contexts, which take minutes")
    validate.add_argument("--model", action="append", default=[], metavar="NAME", help="only this model; repeatable")
    _paint_options(_command(commands, "paint", _paint, "colour the map of a model by simulated amounts"))
    _simulate_options(_command(commands, "simulate", _simulate, "run an experiment: tables, figures, values of nodes"))
    diff = _command(commands, "diff", _diff, "tell what changed in the biology from one build or revision to another")
    for name in ("old", "new"):
        diff.add_argument(name, metavar=name.upper(), help="a build folder, a manifest file, or a git revision")
    diff.add_argument("--model", action="append", default=[], metavar="NAME", help="only this model; repeatable")
    baseline = _command(commands, "baseline", _baseline, "compute and store the ligand-free steady states")
    _choice(baseline)
    baseline.add_argument("--cells", action="store_true", help="only the changed cells of experiments")
    _calibrate_options(_command(commands, "calibrate", _calibrate, "fit the estimated constants to published numbers"))
    _deposit_options(_command(commands, "deposit", _deposit, "write and check a folder for a repository"))
    describe = _command(commands, "describe", _describe, "print every process as a sentence, for proof-reading")
    describe.add_argument("name", help="the model")
    add_id = _command(commands, "add-id", _add_id, "vouch for an identifier: it builds, shown as asserted by you")
    add_id.add_argument("curie", help="for example uniprot:P08069")
    add_id.add_argument("label", help="what the database calls it")
    add_id.add_argument("--role", default="", help="for a GO term its aspect, for example biological_process")
    add_paper = _command(commands, "add-paper", _add_paper, "vouch for a paper: it builds, shown as asserted by you")
    add_paper.add_argument("pmid", help="PubMed id, or a doi:... or pmc:... CURIE")
    add_paper.add_argument("title", help="the paper's title")
    return parser


def _calibrate_options(parser: argparse.ArgumentParser) -> None:
    _choice(parser)
    parser.add_argument("--starts", type=int, default=3, metavar="N", help="how often to search, each time anew (3)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="of all starts but the first (1)")
    told = "at most, of each start (60); 1 keeps the values and works out their intervals"
    parser.add_argument("--evaluations", type=int, default=60, metavar="N", help=told)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (all CPUs)")
    parser.add_argument("--force", action="store_true", help="store the values even if one ended at a bound")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: object, help: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help, description=help)
    parser.set_defaults(run=run)
    return parser


def _choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, nargs="?", help="a Python file with MODELS of its own")
    parser.add_argument("--model", action="append", default=[], metavar="NAME", help="only this model; repeatable")


def _plans(arguments: argparse.Namespace) -> dict[str, Plan]:
    from igf1r_model.loading import chosen, load_models

    return chosen(load_models(arguments.file), arguments.model)


def _build(arguments: argparse.Namespace) -> int:
    from igf1r_model.build import STAMP, build, build_contexts

    if arguments.context:
        names = [name for name in arguments.context if name != "all"]
        return build_contexts(_plans(arguments), names, arguments.out, _baselines(arguments))
    stamp = f".{arguments.file.stem}{STAMP}" if arguments.file else STAMP
    return build(_plans(arguments), arguments.out, _baselines(arguments), None if arguments.model else stamp)


def _validate(arguments: argparse.Namespace) -> int:
    from igf1r_validation.runner import MANIFEST, manifests
    from igf1r_validation.runner import main as judge

    chosen = [*(["--quick"] if arguments.quick else []), *(["--sample"] if arguments.sample else [])]
    names = arguments.model
    if arguments.models_only and not names:
        files = [path for path in manifests(arguments.out) if path.parent != arguments.out / "contexts"]
        names = [path.name.removesuffix(MANIFEST) for path in files]
    return judge([str(arguments.out), *chosen, *(["--model", *names] if names else [])])


def _paint_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL", help="for example igf1r_full")
    parser.add_argument("experiment", metavar="EXPERIMENT", help="see: igf1r-model simulate MODEL")
    parser.add_argument("--at", required=True, metavar="TIME", help="30min, 24h, 2d or seconds")
    parser.add_argument("--arm", default="", metavar="ARM", help="only this arm")
    parser.add_argument("--sheets", action="store_true", help="the page of each module too, not the whole map alone")
    parser.add_argument("--out", type=Path, default=Path("build"), metavar="DIR", help="where the models are (build)")
    parser.add_argument("--to", type=Path, metavar="DIR", help="where the pictures go (build/MODEL/painted)")


def _paint(arguments: argparse.Namespace) -> int:
    from igf1r_model.paint_command import paint

    return paint(arguments)


def _simulate_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL", help="for example igf1r_full")
    parser.add_argument("experiment", metavar="EXPERIMENT", nargs="?", help="without one, the experiments are listed")
    parser.add_argument("--list", action="store_true", help="list the experiments")
    parser.add_argument("--arm", action="append", default=[], metavar="ARM", help="only this arm; repeatable")
    parser.add_argument(
        "--read", action="append", default=[], metavar="ID",
        help="this observable or form, instead of those of the experiment; repeatable",
    )  # fmt: skip
    parser.add_argument(
        "--at", action="append", default=[], metavar="TIME",
        help="seconds, or 30min, 24h, 2d: the times on the screen, in --values, and of a dose response; repeatable",
    )  # fmt: skip
    parser.add_argument("--plot", type=Path, metavar="FILE", help="a figure, as .svg, .png or .pdf")
    parser.add_argument("--table", type=Path, metavar="FILE", help="every value at every time, tab-separated")
    parser.add_argument("--values", type=Path, metavar="FILE", help="every form at --at, for nodes in Cytoscape")
    parser.add_argument("--every-form", action="store_true", help="put every form into --table too")
    parser.add_argument("--out", type=Path, default=Path("build"), metavar="DIR", help="where the models are (build)")


def _simulate(arguments: argparse.Namespace) -> int:
    from igf1r_model.simulate_command import simulate

    return simulate(arguments)


def _diff(arguments: argparse.Namespace) -> int:
    from igf1r_model.diff import compared

    print("\n".join(compared(arguments.old, arguments.new, arguments.model)))
    return 0


def _baseline(arguments: argparse.Namespace) -> int:
    from igf1r_model.baseline_command import compute

    return compute(list(_plans(arguments).values()), _baselines(arguments), arguments.cells)


def _calibrate(arguments: argparse.Namespace) -> int:
    from igf1r_model.calibrate import Choice, calibrate, chosen

    choice = Choice(arguments.starts, arguments.seed, arguments.workers, arguments.evaluations, arguments.force)
    return calibrate(chosen(_plans(arguments)), _baselines(arguments), choice)


def _baselines(arguments: argparse.Namespace) -> Path:
    """Steady states of the pathway stand with the package's data, those of a user's file beside it."""
    from igf1r_model import baseline

    return arguments.file.parent / "baseline" if arguments.file else baseline.FOLDER


def _deposit_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL", help="for example igf1r_full")
    told = "you, instead of the project: Family,Given,Organisation,ORCID and, if you like, your e-mail as a fifth part"
    parser.add_argument("--creator", default="", metavar="WHO", help=told)
    parser.add_argument("--build", type=Path, default=Path("build"), metavar="DIR", help="where the models are (build)")
    told = "where its folder goes (build/deposit)"
    parser.add_argument("--out", type=Path, default=Path("build/deposit"), metavar="DIR", help=told)


def _deposit(arguments: argparse.Namespace) -> int:
    from igf1r_model.deposit_command import run
    from igf1r_validation.deposit.checklist import judged

    return run(arguments, judged)


def _describe(arguments: argparse.Namespace) -> int:
    from igf1r_model.loading import assembled, chosen, load_models
    from igf1r_model.sentences import sentence

    model = assembled(chosen(load_models(None), [arguments.name])[arguments.name])
    for process in model.processes:
        print(f"{process.module}.{process.id}: {sentence(process)}")
    return 0


def _add_id(arguments: argparse.Namespace) -> int:
    from igf1r_model.tables import add_identifier

    print(add_identifier(arguments.curie, arguments.label, arguments.role))
    return 0


def _add_paper(arguments: argparse.Namespace) -> int:
    from igf1r_model.tables import add_paper

    print(add_paper(arguments.pmid, arguments.title))
    return 0
