package eu.urbact.infocus.portal.shell.security;

import java.util.List;
import java.util.Set;
import jakarta.ws.rs.ForbiddenException;

/**
 * Who is looking at the page. What a visitor may do is decided by the services; this only chooses which links and pages are offered.
 *
 * @param name name to greet with, or null for a visitor who has not signed in
 * @param roles realm roles
 * @param cities ids of the partner cities the visitor belongs to, sorted
 * @param accessToken token to pass on to the services, or null
 */
public record Visitor(String name, Set<String> roles, List<String> cities, String accessToken) {

    /** Somebody who has not signed in. */
    public static final Visitor ANONYMOUS = new Visitor(null, Set.of(), List.of(), null);

    /** Role of the people who decide on applications. */
    public static final String ORGANISER = "organiser";

    /** Role of the people at the door. */
    public static final String DESK = "desk";

    /** Role of the people who read what was done, in the services and not on pages. */
    public static final String AUDITOR = "auditor";

    /** Whether somebody has signed in. */
    public boolean isSignedIn() {
        return accessToken != null;
    }

    /** Whether the visitor is one of the organisers. */
    public boolean isOrganiser() {
        return roles.contains(ORGANISER);
    }

    /** Whether the visitor lets people in at the door; organisers may, too. */
    public boolean isAtTheDoor() {
        return roles.contains(DESK) || isOrganiser();
    }

    /** Whether the visitor reads what was done. */
    public boolean isAuditor() {
        return roles.contains(AUDITOR);
    }

    /** Whether the visitor belongs to a partner city. */
    public boolean isPartner() {
        return !cities.isEmpty();
    }

    /** Value of the {@code Authorization} header for the services; null for an anonymous visitor. */
    public String bearer() {
        return accessToken == null ? null : "Bearer " + accessToken;
    }

    /**
     * The same, for what only members of a partner city are asked about.
     *
     * @throws ForbiddenException for anybody else
     */
    public String partnerBearer() {
        if (!isPartner()) {
            throw new ForbiddenException();
        }
        return bearer();
    }

    @Override
    public String toString() {
        // never the token, never the name: this may end in a log
        return "Visitor[roles=" + roles + ", cities=" + cities + "]";
    }
}
