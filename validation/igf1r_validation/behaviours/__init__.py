"""The literature as a judge: published behaviours, each held against experiments on the files of a build."""
