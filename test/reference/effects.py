"""Makes effects.json and card-krueger.csv of this folder anew (see README.md), with software that is not ours.

python effects.py BASQUE.csv CARD_KRUEGER.csv        run in this folder; needs numpy, pandas, statsmodels, cvxpy
BASQUE.csv: data set `basque` of the R package Synth; CARD_KRUEGER.csv: the survey of Card and Krueger, one row per store and wave.
"""
import json
import sys

import cvxpy as cp
import numpy as np
import pandas as pd
import statsmodels.api as sm

# Importance of the predictors as R's Synth 1.1-5 finds and prints it for its example.
V = [7.2655911e-2, 1.19777358e-1, 3.486111e-3, 1.02189247e-1, 1.0826786e-2, 5.3211e-5, 1.17260969e-1, 6.3392606e-2,
     1.55350772e-1, 9.58688e-2, 5.3081107e-2, 1.634752e-3, 2.3709713e-2, 1.80712657e-1]


def simplex(target, columns, importance=None):
    """Weights by an interior-point solver."""
    v = np.sqrt(np.ones(len(target)) if importance is None else np.array(importance))
    w = cp.Variable(columns.shape[1])
    problem = cp.Problem(cp.Minimize(cp.sum_squares(cp.multiply(v, columns @ w - target))), [w >= 0, cp.sum(w) == 1])
    problem.solve(solver=cp.CLARABEL, tol_gap_abs=1e-14, tol_gap_rel=1e-14, tol_feas=1e-14)
    return np.maximum(w.value, 0) / np.maximum(w.value, 0).sum()


def basque(path):
    d = pd.read_csv(path)
    years = range(1955, 1998)

    def mean(column, from_to):
        return d[d.year.isin(list(from_to))].groupby("regionno")[column].mean()

    rows = [mean(c, range(1964, 1970)) for c in
            ["school.illit", "school.prim", "school.med", "school.high", "school.post.high", "invest"]]
    rows += [mean("gdpcap", range(1960, 1970))]
    rows += [mean(c, range(1961, 1970, 2)) for c in
             ["sec.agriculture", "sec.energy", "sec.industry", "sec.construction", "sec.services.venta", "sec.services.nonventa"]]
    rows += [mean("popdens", [1969])]
    x = pd.DataFrame(rows)
    # As Synth does: each predictor over its deviation among all regions.
    x = x.div(x.std(axis=1, ddof=1), axis=0)
    gdp = d.pivot(index="regionno", columns="year", values="gdpcap")[list(years)]
    treated = 17
    names = d.drop_duplicates("regionno").set_index("regionno").regionname
    others = [r for r in gdp.index if r != treated]
    w = simplex(x[treated].values, x[others].values, V)
    wy = simplex(gdp.loc[treated].values[:15], gdp.loc[others].values[:, :15].T)
    return {
        "first": 1955, "from": 15, "importance": V,
        "own": {"name": names[treated], "gdp": gdp.loc[treated].round(9).tolist(), "predictors": x[treated].tolist()},
        "others": [{"name": names[r], "gdp": gdp.loc[r].round(9).tolist(), "predictors": x[r].tolist()} for r in others],
        "weights": w.tolist(),
        "weightsByOutcome": wy.tolist(),
        "gap": (gdp.loc[treated].values - w @ gdp.loc[others].values).tolist(),
    }


def card_krueger(path):
    d = pd.read_csv(path)
    w = d.pivot_table(index=["id", "nj"], columns="d", values="fte").dropna().reset_index()
    w.columns = ["id", "nj", "before", "after"]
    w.to_csv("card-krueger.csv", index=False)
    return twoway(np.stack([w.before, w.after], axis=1), w.nj.values, 1)


def twoway(values, treated, start):
    """Least squares with dummies of units and periods by statsmodels; sandwich by unit, then the factor of our convention."""
    n, t = values.shape
    unit = np.repeat(np.arange(n), t)
    period = np.tile(np.arange(t), n)
    d = treated[unit] * (period >= start)
    x = np.column_stack([d, (unit[:, None] == np.arange(n)), (period[:, None] == np.arange(1, t))]).astype(float)
    fit = sm.OLS(values.reshape(-1), x).fit(cov_type="cluster", cov_kwds={"groups": unit, "use_correction": False})
    factor = n / (n - 1) * (n * t - 1) / (n * t - t - 1)
    return {"estimate": fit.params[0], "standardError": fit.bse[0] * np.sqrt(factor)}


def states():
    d = pd.read_csv("us-states-unemployment-rate.csv", index_col="period")
    slump = d.loc["2007-01":"2010-12"]
    hit = ["US-IL", "US-MI", "US-PA", "US-SC"]
    out = {"twoWay": {"first": "2007-01", "last": "2010-12", "start": "2009-01", "treated": hit,
                      **twoway(slump.T.values, np.array([c in hit for c in slump.columns]).astype(float), 24)}}
    window = d.loc["2002-09":"2006-08"]
    pre = 36

    def run(code):
        others = [c for c in window.columns if c != code]
        w = simplex(window[code].values[:pre], window[others].values[:pre])
        gap = window[code].values - window[others].values @ w
        before, after = np.sqrt((gap[:pre] ** 2).mean()), np.sqrt((gap[pre:] ** 2).mean())
        return {"weights": dict(zip(others, w.tolist())), "rmsBefore": before, "rmsAfter": after, "meanAfter": gap[pre:].mean(), "ratio": after / before}

    runs = {c: run(c) for c in window.columns}
    own = runs["US-LA"]["ratio"]
    out["synthetic"] = {"first": "2002-09", "last": "2006-08", "from": pre, "unit": "US-LA", "runs": runs,
                        "p": sum(r["ratio"] >= own for r in runs.values()) / len(runs)}
    # One against the others: changes of the mean, and slopes before.
    change = window.iloc[pre:].mean() - window.iloc[:pre].mean()
    rest = change.drop("US-LA")
    from scipy import stats
    n = len(rest)
    se = rest.std(ddof=1) * np.sqrt(1 + 1 / n)
    difference = change["US-LA"] - rest.mean()
    q = stats.t.ppf(0.975, n - 1)
    slopes = pd.Series({c: np.polyfit(np.arange(pre), window[c].values[:pre], 1)[0] for c in window.columns})
    out["oneAgainstOthers"] = {"difference": difference, "low": difference - q * se, "high": difference + q * se,
                               "p": 2 * stats.t.sf(abs(difference / se), n - 1), "slopes": slopes.to_dict()}
    return out


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [rounded(v) for v in value]
    return float(f"{value:.12g}") if isinstance(value, float) else value


result = {"basque": basque(sys.argv[1]), "cardKrueger": card_krueger(sys.argv[2]), "states": states()}
with open("effects.json", "w") as out:
    json.dump(rounded(json.loads(json.dumps(result, default=float))), out, ensure_ascii=False, indent=1)
    out.write("\n")
