package vn.quantrac.feeds.registry;

/** What a station watches. */
public enum Medium {
    SURFACE_WATER,
    WASTEWATER,
    AMBIENT_AIR,
    STACK_GAS
}
