package eu.urbact.infocus.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import eu.urbact.infocus.portal.shell.security.Visitor;

/** The frame around the page of this request: who looks, and where they are. Templates read it as {@code inject:shell}. */
@Named("shell")
@RequestScoped
public class Shell {

    private Visitor visitor = Visitor.ANONYMOUS;
    private String path = "";

    /** Who looks at the page; never null. */
    public Visitor getVisitor() {
        return visitor;
    }

    /** Path of the page. */
    public String getPath() {
        return path;
    }

    /** Whether the page is in the part of the site below {@code prefix}. */
    public boolean within(String prefix) {
        return path.startsWith(prefix);
    }

    /** Sets who looks at the page. */
    public void welcome(Visitor who) {
        visitor = who;
    }

    /** Sets where the visitor is. */
    public void show(String where) {
        path = where;
    }
}
