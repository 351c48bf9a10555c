package eu.urbact.infocus.registration.application.rest;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;

import eu.urbact.infocus.chassis.security.Caller;

/** Lets members of a partner city in. Which objects they see there is decided by the city, object by object. */
@ApplicationScoped
class CityMembershipChecker {

    static final String CITY_MEMBER = "city-member";

    @PermissionChecker(CITY_MEMBER)
    boolean isCityMember(SecurityIdentity identity) {
        return !Caller.citiesOf(identity).isEmpty();
    }
}
