package eu.urbact.infocus.registration.desk;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** An organiser keeps a list as they like to see it, changes it or throws it away. */
@ApplicationScoped
public class KeepView {

    private static final String OBJECT = "saved-view";

    private final SavedViews savedViews;
    private final Organisers organisers;
    private final AuditTrail audit;
    private final Clock clock;

    KeepView(SavedViews savedViews, Organisers organisers, AuditTrail audit, Clock clock) {
        this.savedViews = savedViews;
        this.organisers = organisers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a new one; refused when the organiser has one of this name. */
    @Transactional
    public Outcome<SavedView> keep(String name, boolean shared, ListFilter filter) {
        return write(new SavedView(organisers.remember(), clock.instant()), "view-saved", name, shared, filter);
    }

    /** Changes one of the organiser's own, which exists. */
    @Transactional
    public Outcome<SavedView> change(UUID id, String name, boolean shared, ListFilter filter) {
        return write(savedViews.findById(id), "view-changed", name, shared, filter);
    }

    /** Throws one of the organiser's own away, which exists. */
    @Transactional
    public void discard(UUID id) {
        savedViews.deleteById(id);
        audit.record("view-discarded", OBJECT, id.toString(), Map.of());
    }

    private Outcome<SavedView> write(SavedView view, String action, String name, boolean shared, ListFilter filter) {
        if (savedViews.has(view.owner(), name, view.id())) {
            return Outcome.refused(
                    RegistrationProblem.VIEW_EXISTS, "You have a view of this name already. Choose another name.");
        }
        view.show(name, shared, filter);
        savedViews.persistAndFlush(view);
        audit.record(action, OBJECT, view.id().toString(), Map.of("shared", shared));
        return Outcome.done(view);
    }
}
