package eu.urbact.infocus.portal.shell.services;

/** Whose links are asked for. */
public record LinkRequest(String email) {

    @Override
    public String toString() {
        return "LinkRequest";
    }
}
