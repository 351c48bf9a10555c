package eu.urbact.infocus.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;

import eu.urbact.infocus.portal.shell.security.Visitor;

/** The frame around the page of this request: who looks, and where they are. Templates read it as {@code inject:shell}. */
@Named("shell")
@RequestScoped
public class Shell {

    private final CsrfTokenParameterProvider forms;
    private Visitor visitor = Visitor.ANONYMOUS;
    private String path = "";
    private String formCookie;

    Shell(CsrfTokenParameterProvider forms) {
        this.forms = forms;
    }

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

    /**
     * Secret of the forms of this browser, for the form that every page has. A page that is made before forms are checked, such as a
     * refusal, takes it from the cookie; null when there is none.
     */
    public String getCsrf() {
        try {
            return forms.getToken();
        } catch (IllegalStateException notCheckedYet) {
            return formCookie;
        }
    }

    /** Sets the secret that the browser's cookie holds. */
    public void protect(String secret) {
        formCookie = secret;
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
