package eu.urbact.infocus.registration.hotel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SleeperTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | | ",
                "João Brandão Reis | | João Brandão Reis",
                "Ana (my wife) | | Ana (my wife)",
                "joao@home.example | | ",
                "joao@home.example | João Brandão Reis | João Brandão Reis",
                "João <joao@home.example> | | João",
                "joao@home.example; João | | João",
                "@ | | @"
            })
    void no_address_goes_to_the_hotel(String said, String named, String told) {
        assertThat(Sleeper.forHotel(said, named)).isEqualTo(told);
    }
}
