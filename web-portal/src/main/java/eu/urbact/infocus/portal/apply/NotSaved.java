package eu.urbact.infocus.portal.apply;

/**
 * What a page has sent that is not among what is kept, and may be about somebody else: shown apart from it.
 *
 * @param page the page, as it stands in addresses
 */
public record NotSaved(ApplyForm form, String page) {

    @Override
    public String toString() {
        return "NotSaved";
    }
}
