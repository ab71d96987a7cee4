package vn.quantrac.registry.exchange;

/**
 * Why a row cannot be imported.
 *
 * @param row within its collection, from 1
 */
public record RowProblem(String collection, int row, String code, String detail) {}
