package eu.urbact.infocus.registration.owndata;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.RetentionConfig;
import eu.urbact.infocus.registration.privacy.RetentionSchedule;

/** What this service keeps about people at all: the table that a privacy notice shows. */
@ApplicationScoped
public class PersonalFields {

    /** A field, what for, and how long after the last day of the workshop it is kept, unless it has a time of its own. */
    public record Kept(String section, PersonalField field, Duration keptFor) {}

    private final List<Kept> all;

    PersonalFields(@All List<PersonalDataHolder> holders, RetentionConfig retention) {
        RetentionSchedule schedule = RetentionSchedule.of(retention);
        this.all = holders.stream()
                .sorted(Comparator.comparing(PersonalDataHolder::section))
                .flatMap(holder -> holder.fields().stream()
                        .map(field -> new Kept(holder.section(), field, schedule.keptFor(field.retention()))))
                .toList();
    }

    /** By section, in the order in which each names its fields. */
    public List<Kept> all() {
        return all;
    }
}
