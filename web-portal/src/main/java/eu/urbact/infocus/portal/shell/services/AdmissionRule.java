package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** How places are given, sentence by sentence. */
public record AdmissionRule(List<String> sentences) {

    /** Completes what a service left out. */
    public AdmissionRule {
        sentences = sentences == null ? List.of() : sentences;
    }
}
