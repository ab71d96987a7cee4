package vn.quantrac.compliance.standard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.quantrac.feeds.verdicts.AppliedLimit;

/**
 * A limit and where its figures are written.
 *
 * @param sourceRef the table, the clauses of the coefficients and the act; or the permit
 */
record SourcedLimit(@JsonUnwrapped AppliedLimit limit, String sourceRef) {}
