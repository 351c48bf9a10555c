package eu.urbact.infocus.chassis.validation;

import java.time.Duration;
import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class NoContactDataTest {

    record Text(@NoContactData @NoMarkup String text) {}

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask zebra.person@example.org",
                "Zebra Person, z@a.example.eu, office 5",
                "<z_1+x@a-b.pt>",
                "mailto:z@example.org",
                "Ωμέγα@παράδειγμα.ελ",
                "z＠example.org",
                "Call +351 912 345 678",
                "(+34) 944-23.45/67",
                "tel:+34944000000",
                "+ 49 (0) 69 1234 5678",
                "+49 69 1234567",
                "+33 1 23 45 67 89",
                "+49 (2041) 123456",
                "+351 912 345 678 (2016), +150 000 000 euro",
                "tel. 221234567",
                "Tel: 069/1234567",
                "TÉL 05 56 00 00 00",
                "Telephone no. (069) 12 34 56",
                "teléfono 944 123 000",
                "Telefon 22 123 45 67",
                "Fax: 221 234 567 (2014-2020)",
                "phone\n221 234 567",
                "mobile 912 345 678",
                "Telemóvel: 912345678",
                "0033 5 56 00 00 00",
                "Ask 00351912345678.",
                "(0049) 69 1234567",
                "05.56.00.00.00",
                "joao(at)x.pt",
                "joao [at] x [dot] pt",
                "joao.silva {AT} x.example.pt",
                "joao@x (dot) pt",
                "joao (@) x.pt",
                "Tel.\u00A0069 1234567",
                "Tel.\u202F069 1234567",
                "Tél.\u00A0: 05 56 00 00 00",
                "mobile\u00A0912345678",
                "te\u0301l 055 123456",
                "Telefonnummer: 069 1234567",
                "tel. kom. 501 234 567",
                "Telefonní číslo 596 123 456",
                "++49 69 1234567",
                "+351.912345678",
                "phone 09.00-17.00 (069) 1234567",
                "phone 24/7 221 234 567",
                "Tel. 221 234 567 from nine",
                "Tel. 944 123 000 from nine",
                "tel. 21 2012 2016",
                "Tel 61 234 567",
                "Tel 61 234 567 from 9",
                "phone 55 123 456 office hours",
                "Telefon 22 123 456 biuro",
                "mobile 61 234 567 890 from nine",
                "mobile 912/345/678",
                "mobile 0171 1800/2100",
                "tel. no. 0049 69 1234567",
                "VAT 00488410010, call 0033 5 56 00 00 00"
            })
    void a_mail_address_or_a_telephone_number_is_found(String text) {
        assertThat(NoContactData.Validator.isIn(text)).isTrue();
        assertThat(validator.validate(new Text(text))).singleElement().satisfies(violation -> assertThat(
                        violation.getMessage())
                .isEqualTo("must not hold a mail address or a telephone number, as everybody can read it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Eye@RIS3 entry",
                "Meet us @ Bilbao. It is fine.",
                "https://video.example/@cluster",
                "@cluster.example",
                "A+B 2014-2020, 100 000 000 euro",
                "grew by +12 000 000 euro",
                "jobs +150 (2014–2020)",
                "+1 200 (2014-2020)",
                "+1 200 000 ( 2016 )",
                "+150.000.000 €",
                "+150 000 000 euro",
                "+150 000 000,50 EUR",
                "C++ 11, 2017 2018 2019 2020",
                "350+ members, 1 200 000 000 in sales",
                "NACE 26 + 27 + 28 + 29 + 30 + 32",
                "NACE 01.11, 05 56 00 00 00",
                "ISO 9001:2015, ISO/IEC 27001",
                "ISSN 0022-5193, 10.1016/0022-5193(75)90038-0",
                "2007-2013",
                "EUR 221 234 567",
                "1 001 234 567 in sales",
                "01067 Dresden, 4050-123 Porto, 00100 Roma",
                "founded on 05.11.2016, open 08.30-17.30",
                "03000000-1",
                "mobile 2014-2020, phone 2007–2013",
                "mobile: 221 234 567 EUR",
                "mobile 100 000 000 users",
                "GSM 900/1800 MHz, mobile 900/1800 MHz",
                "Tel Aviv 6100000, hotel 221234567",
                "telecom 221234567",
                "Lab (at) Porto. It is fine.",
                "quantum dot lasers, at quantum dot level",
                "by phone 09.00-17.00",
                "by phone 9:00 – 17:30",
                "Interview by phone (23.11.2016)",
                "Telefon 23. 11. 2016",
                "phone 23/11/2016",
                "phone 2016-11-23",
                "phones: 250 000 units",
                "phones: 250 000, 300 000 units",
                "phone 1 200 000 users",
                "phone 1200000 users",
                "phone 1 234 567 applications",
                "phone 221 234 567 subscribers",
                "telephones 12 500 000",
                "Tel. 91 100 000",
                "mobile 600 000 000",
                "Tel. 61 234 567 members",
                "phone 1 234 567 downloads",
                "Tel. 12345",
                "mobile 61 234 567",
                "call 061 234 567",
                "τηλ. 221234567, тел. 221234567",
                "phone 2016 2017",
                "phone 2014, 2015, 2016",
                "telephone 24/7/365",
                "mobile 900/1800/2100 MHz",
                "mobile 850/1900/1995/2155 MHz",
                "Cell 164 (2016) 1013-1026",
                "cell 4000 5000 6000",
                "P. IVA 00488410010",
                "Partita IVA: 00488410010",
                "VAT no. 00 488 410 010",
                "VAT number IT 00488410010",
                "CIF 00123456789",
                "№ 00123456789",
                "EAN 0012345678905",
                "ref. 0049-2016-12345",
                "2016-00123456789",
                "C++ 2011/2014/2017",
                "C++ 98/03/11/14/17",
                "+50.1109221 N",
                "+50.1109221, +8.6820917",
                "+50.1109221+008.6820917/",
                "Horizon 2020 No 101012345, ORCID 0000-0002-1825-0097, ISBN 978-3-16-148410-0"
            })
    void other_signs_and_numbers_are_none(String text) {
        assertThat(NoContactData.Validator.isIn(text)).isFalse();
        assertThat(validator.validate(new Text(text))).isEmpty();
    }

    @Test
    void a_long_text_is_searched_at_once() {
        assertThat(NoContactData.Validator.isIn("a@" + "a-".repeat(50_000) + "+1 ".repeat(50_000)))
                .isFalse();
        assertThat(NoContactData.Validator.isIn(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel ", "a (at) ", "00 ", "1 000 ", "(", "a.a", "2007-", "2007 ", "900/", "12.", "ref 00", "1",
                "+1.1111"
            })
    void a_long_text_of_beginnings_is_searched_at_once(String beginning) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(NoContactData.Validator.isIn(beginning.repeat(50_000)))
                        .isFalse());
    }

    @Test
    void a_tag_is_no_text() {
        assertThat(validator.validate(new Text("<b>bold</b>"))).singleElement().satisfies(violation -> assertThat(
                        violation.getMessage())
                .isEqualTo("must be plain text, without codes such as <b>"));
        assertThat(validator.validate(new Text("a <5 and b > 3"))).isEmpty();
        assertThat(validator.validate(new Text(null))).isEmpty();
    }
}
