package eu.urbact.infocus.registration.recipient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Finds name, address, language and link of people by the ids of their applications. */
@ApplicationScoped
public class LookUpRecipients {

    private final Applications applications;
    private final Workshops workshops;
    private final PersonalPages pages;

    LookUpRecipients(Applications applications, Workshops workshops, PersonalPages pages) {
        this.applications = applications;
        this.workshops = workshops;
        this.pages = pages;
    }

    /** One recipient per application that is still there; an erased one is absent. */
    @Transactional
    public List<Recipient> lookUp(Set<UUID> applicationIds) {
        List<Application> found = applications.all(applicationIds);
        Set<UUID> workshopIds = found.stream().map(Application::workshopId).collect(Collectors.toSet());
        Map<UUID, Workshop> byId = workshops.list("id in ?1", workshopIds).stream()
                .collect(Collectors.toMap(Workshop::id, Function.identity()));
        return found.stream()
                .map(application -> new Recipient(
                        application,
                        byId.get(application.workshopId()),
                        pages.myApplication(application),
                        pages.ticket(application).orElse(null)))
                .toList();
    }
}
