package eu.urbact.infocus.chassis.inbox;

import java.util.Set;

/** Brings facts of a neighbour into effect. Each is a bean; a type without a handler is of no interest here and skipped. */
public interface EventHandler {

    /** The CloudEvents types this handler brings into effect. */
    Set<String> types();

    /**
     * Translates the fact and calls one use case, inside the inbox's transaction. Throwing rolls everything back and parks the
     * event's key, except when the failure says that a dependency is down: then the same event is tried again.
     */
    void handle(IncomingEvent event);
}
