package vn.quantrac.ingestion.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.quantrac.ingestion.registry.Registry;

/** Which stations the caller of a request may speak for. */
@RequestScoped
public class Caller {
    static final String STATION = "vn.quantrac.station";
    private static final String FACILITY_CLAIM = "facility";

    private final SecurityIdentity identity;
    private final Registry registry;
    private final Clock clock;

    Caller(SecurityIdentity identity, Registry registry, Clock clock) {
        this.identity = identity;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Lets pass the operator, the station itself and its facility.
     *
     * @throws ForbiddenException for everybody else
     */
    public void mustAnswerFor(String station) {
        if (!answersFor(station)) {
            throw new ForbiddenException("Not your station: " + station);
        }
    }

    /**
     * The code of the station that is called by a code or alias today.
     *
     * @throws ForbiddenException for a station that the caller does not answer for
     * @throws NotFoundException when there is none
     */
    public String station(String codeOrAlias) {
        String station = codeOrName(codeOrAlias);
        if (registry.current().stationCode(station, clock.instant()).isEmpty()) {
            throw new NotFoundException("No station has the code " + codeOrAlias);
        }
        return station;
    }

    /**
     * The same, and for a name that no station has the name: telegrams may have come under it.
     *
     * @throws ForbiddenException for a station that the caller does not answer for
     */
    public String codeOrName(String codeOrAlias) {
        String station =
                registry.current().stationCode(codeOrAlias, clock.instant()).orElse(codeOrAlias);
        mustAnswerFor(station);
        return station;
    }

    /**
     * The code of the station that is called by a code or alias today, for one who only wants to read.
     *
     * @throws ForbiddenException for a station that is not the caller's to see
     * @throws NotFoundException when there is none
     */
    public String readableStation(String codeOrAlias) {
        return seesAll() ? existing(codeOrAlias) : station(codeOrAlias);
    }

    /** The stations whose data the caller may read; empty for all. */
    public Optional<List<String>> readableStations() {
        return seesAll() ? Optional.empty() : stations();
    }

    private boolean seesAll() {
        return identity.hasRole(Roles.AGENCY) || identity.hasRole(Roles.MINISTRY);
    }

    private String existing(String codeOrAlias) {
        return registry.current()
                .stationCode(codeOrAlias, clock.instant())
                .orElseThrow(() -> new NotFoundException("No station has the code " + codeOrAlias));
    }

    private boolean answersFor(String station) {
        String own = identity.getAttribute(STATION);
        if (own != null) {
            return own.equals(station);
        }
        return stations().map(mine -> mine.contains(station)).orElse(true);
    }

    /** The name of the user who calls; empty for a logger. */
    public Optional<String> user() {
        return identity.getAttribute(STATION) == null
                ? Optional.of(identity.getPrincipal().getName())
                : Optional.empty();
    }

    /** The stations of a facility's user; empty for the operator, who answers for all. */
    public Optional<List<String>> stations() {
        if (identity.hasRole(Roles.OPERATOR)) {
            return Optional.empty();
        }
        String facility = identity.getPrincipal() instanceof JsonWebToken token && identity.hasRole(Roles.FACILITY)
                ? token.getClaim(FACILITY_CLAIM)
                : null;
        return Optional.of(facility == null ? List.of() : registry.current().stationsOf(facility, clock.instant()));
    }
}
