package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** The taxonomies in which clusters are described, as pickers need them. */
public final class Coding {

    private Coding() {}

    /** A whole taxonomy. */
    public record Whole<T>(List<T> items) {

        /** Completes what a service left out. */
        public Whole {
            items = items == null ? List.of() : items;
        }
    }

    /** A competence with its narrower ones. */
    public record Competence(String id, String label, List<Competence> children) {

        /** Completes what a service left out. */
        public Competence {
            children = children == null ? List.of() : children;
        }
    }

    /** A section of NACE Rev. 2. */
    public record Section(String code, String label, List<Division> divisions) {

        /** Completes what a service left out. */
        public Section {
            divisions = divisions == null ? List.of() : divisions;
        }
    }

    /** A division of NACE Rev. 2. */
    public record Division(String code, String label) {}

    /** One of the Sustainable Development Goals. */
    public record Objective(int number, String label) {}

    /** A term of somebody else's list. */
    public record Term(String id, String label) {}
}
