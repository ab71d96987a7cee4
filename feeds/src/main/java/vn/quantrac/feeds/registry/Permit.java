package vn.quantrac.feeds.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The terms from which the limits of a discharge source follow.
 *
 * @param standard code of the regulation, such as {@code QCVN 40:2011/BTNMT}
 * @param column column or class within it, such as {@code A}
 * @param receivingWater what takes the wastewater up, for Kq; null for gas
 * @param receivingFlow m³/s of a river, the mean of its three driest months, or m³ of a lake; null when not known
 * @param dischargeFlow largest permitted flow, for Kf (m³/day) or Kp (m³/h)
 * @param zone zone of QCVN 19:2009, 1 to 5, for Kv; null for water
 * @param limits values the permit itself states; they win over the regulation's
 */
public record Permit(
        String number,
        LocalDate issued,
        String standard,
        String column,
        ReceivingWater receivingWater,
        BigDecimal receivingFlow,
        BigDecimal dischargeFlow,
        Integer zone,
        List<PermitLimit> limits) {

    /** Kinds of receiving water of QCVN 40:2011. */
    public enum ReceivingWater {
        RIVER,
        LAKE,
        COAST_PROTECTED,
        COAST_OTHER
    }

    /** A limit stated in the permit, in the parameter's canonical unit; either bound may be null. */
    public record PermitLimit(String parameter, BigDecimal min, BigDecimal max) {}
}
