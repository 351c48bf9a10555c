package eu.urbact.infocus.registration.owndata;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.arc.All;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.RetentionConfig;
import eu.urbact.infocus.registration.privacy.RetentionSchedule;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Gathers what every feature keeps about one person. */
@ApplicationScoped
public class ExportOwnData {

    /**
     * All of it.
     *
     * @param zone of the workshop
     * @param sections what each feature keeps, by its name; a feature that keeps nothing is absent
     * @param kept how long the fields of these sections are kept
     */
    public record OwnData(
            Instant asOf, ZoneId zone, String workshopTitle, Map<String, Object> sections, List<Kept> kept) {}

    /** A field of a section, what for, and when it is erased at the latest. */
    public record Kept(String section, String field, String purpose, Instant erasedAfter) {}

    private final List<PersonalDataHolder> holders;
    private final Workshops workshops;
    private final RetentionSchedule schedule;
    private final Clock clock;

    ExportOwnData(@All List<PersonalDataHolder> holders, Workshops workshops, RetentionConfig retention, Clock clock) {
        this.holders = holders.stream()
                .sorted(Comparator.comparing(PersonalDataHolder::section))
                .toList();
        this.workshops = workshops;
        this.schedule = RetentionSchedule.of(retention);
        this.clock = clock;
    }

    /** As it is at this moment. */
    @Transactional
    public OwnData export(Application application) {
        Workshop workshop = workshops.findById(application.workshopId());
        Map<String, Object> sections = new LinkedHashMap<>();
        List<Kept> kept = new ArrayList<>();
        for (PersonalDataHolder holder : holders) {
            holder.export(application.id()).ifPresent(data -> {
                sections.put(holder.section(), data);
                Map<String, Instant> ownTimes = holder.ownTimes(application.id(), workshop::erasedAfter);
                for (PersonalField field : holder.fields()) {
                    Instant due =
                            workshop.erasedAt(schedule.dueAt(field.retention(), workshop.lastDay(), workshop.zone()));
                    Instant own = ownTimes.getOrDefault(field.name(), due);
                    kept.add(new Kept(holder.section(), field.name(), field.purpose(), own.isBefore(due) ? own : due));
                }
            });
        }
        return new OwnData(clock.instant(), workshop.zone(), workshop.title(), sections, kept);
    }
}
