package eu.urbact.infocus.directory.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.directory.cluster.Namesake;
import eu.urbact.infocus.directory.reference.Taxonomies;

/**
 * What stands against showing a profile to everybody. It is asked when the city submits, and once more when it is published: the profile
 * was kept under rules, vocabularies and names of other clusters that may have changed since.
 */
@ApplicationScoped
class PublicationCheck {

    private final NamesOfProfiles names;
    private final Taxonomies taxonomies;
    private final Clock clock;

    PublicationCheck(NamesOfProfiles names, Taxonomies taxonomies, Clock clock) {
        this.names = names;
        this.taxonomies = taxonomies;
        this.clock = clock;
    }

    /**
     * Checks what the city's people have written. No cluster of the city takes a name until the caller's transaction ends.
     *
     * @param nameTaken how somebody is told that another cluster of the city has the name
     * @return what is wrong, field by field; empty when it can be shown
     */
    List<FieldError> errors(Profile profile, Function<Namesake, FieldError> nameTaken) {
        ProfileContent content = profile.content();
        List<FieldError> errors = ProfileRules.check(content, taxonomies.current(), LocalDate.now(clock));
        errors.addAll(ProfileRules.missing(content));
        names.takenBy(profile.cityId(), content.name(), profile.id())
                .map(nameTaken)
                .ifPresent(errors::add);
        return errors;
    }
}
