package eu.urbact.infocus.directory.partner;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;

import eu.urbact.infocus.chassis.security.Caller;

/** Lets members of a partner city in: {@code @PermissionsAllowed("city-member")}. */
@ApplicationScoped
class CityMembershipChecker {

    static final String CITY_MEMBER = "city-member";

    @PermissionChecker(CITY_MEMBER)
    boolean isCityMember(SecurityIdentity identity) {
        return !Caller.citiesOf(identity).isEmpty();
    }
}
