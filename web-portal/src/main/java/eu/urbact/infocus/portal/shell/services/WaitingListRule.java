package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** How the waiting list of a call works, sentence by sentence. */
public record WaitingListRule(List<String> sentences) {

    /** Completes what a service left out. */
    public WaitingListRule {
        sentences = sentences == null ? List.of() : sentences;
    }
}
