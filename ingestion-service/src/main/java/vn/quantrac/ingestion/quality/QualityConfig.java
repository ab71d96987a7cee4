package vn.quantrac.ingestion.quality;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

@ConfigMapping(prefix = "ingestion.quality")
interface QualityConfig {
    /** So many equal values one after the other are {@code suspect_constant}. */
    @WithDefault("12")
    int constantRun();

    /** Parameters that may stay at zero as long as they like. */
    @WithDefault("Flow,FlowIn,FlowOut,Rain")
    Set<String> restAtZero();

    /** Parameters that say whether anything flows, so that the others are measured in something. */
    @WithDefault("Flow,FlowIn,FlowOut")
    Set<String> flows();

    /** The flow that leaves a station. */
    @WithDefault("FlowOut")
    String outflow();

    /** The flow that enters it. */
    @WithDefault("FlowIn")
    String inflow();

    /** More may leave than enters by this ratio before both are {@code inconsistent}. */
    @WithDefault("0.20")
    BigDecimal outflowTolerance();

    /** How many values before a reading say what is usual. */
    @WithDefault("12")
    int spikeWindow();

    /** A value farther from their median than so many median absolute deviations is a {@code spike}. */
    @WithDefault("8")
    BigDecimal spikeFactor();

    /** Parameters that are a part of another one, such as NH4 of TN. */
    Map<String, String> parts();

    /** A part may be greater than the whole by this ratio before both are {@code part_above_whole}. */
    @WithDefault("0.05")
    BigDecimal partTolerance();
}
