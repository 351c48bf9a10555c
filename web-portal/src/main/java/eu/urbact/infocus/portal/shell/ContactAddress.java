package eu.urbact.infocus.portal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The mailbox of the organisers that everybody may write to, also those who have no mail to answer yet: of a role, not of a person. Templates
 * print it with {@code {#contact /}}.
 */
@Named("contact")
@ApplicationScoped
public class ContactAddress {

    private final String address;

    ContactAddress(@ConfigProperty(name = "infocus.portal.contact-address") String address) {
        this.address = address;
    }

    /** The mail address. */
    public String getAddress() {
        return address;
    }
}
