package eu.urbact.infocus.portal.shell;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableAcceptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html,application/xml;q=0.9,*/*;q=0.8 | text/html,application/xml;q=0.9,*/*;q=0.8
            TEXT/Turtle;Q=0.50 | text/turtle;q=0.50
            text/turtle; charset=utf-8 | text/turtle
            application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted, a;q=0";q=0.4 | application/ld+json;q=0.4
            text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | text/html,image/gif,image/jpeg,*/*;q=0.2,*/*;q=0.2
            text/* , *;q=1. | text/*,*/*;q=1.
            text/csv;q=0 | text/csv;q=0
            text/turtle;q=0.3333, text/csv;q=.66667, text/html;q=1.0000 | text/turtle;q=0.333,text/csv;q=0.666,text/html;q=1.000
            text/turtle;q=0.333 | text/turtle;q=0.333
            text | */*
            ;;; | */*
            a/b/c, text/html | text/html
            text/html, garbage | text/html
            */html, text/csv;q=2, text/csv;q=, image/png;q=-1, text/html;q=x | */*
            text/html, "unclosed, a/b | text/html
            """)
    void whatIsAcceptedIsReadAsItIsMeant(String given, String read) {
        assertThat(ReadableAccept.readable(given)).isEqualTo(read);
    }
}
