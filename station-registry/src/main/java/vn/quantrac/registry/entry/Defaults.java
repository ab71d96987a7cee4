package vn.quantrac.registry.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is meant when a body does not say it: no lists are empty lists, so that no follower meets null. */
final class Defaults {
    private Defaults() {}

    static void complete(Kind kind, ObjectNode attributes) {
        switch (kind) {
            case PARAMETER -> {
                emptyUnlessGiven(attributes, "symbols");
                if (!attributes.hasNonNull("verified")) {
                    attributes.put("verified", false);
                }
            }
            case STATION -> emptyUnlessGiven(attributes, "aliases");
            case DATASTREAM -> emptyUnlessGiven(attributes, "symbols");
            case DISCHARGE_SOURCE -> {
                if (attributes.get("permit") instanceof ObjectNode permit) {
                    emptyUnlessGiven(permit, "limits");
                }
            }
            case INSTRUMENT, CREDENTIAL -> {
                // Everything that may be absent is null.
            }
        }
    }

    private static void emptyUnlessGiven(ObjectNode attributes, String list) {
        if (!attributes.hasNonNull(list)) {
            attributes.putArray(list);
        }
    }
}
