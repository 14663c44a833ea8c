#include "search/turkish_roots.h"

#include "base/arena.h"

#include <string.h>

/* What a list says of its roots beyond that they exist. */
enum how {
	PLAIN,
	SOFT,   /* of one syllable, and softened before vowels: dip, dib-i */
	DROP,   /* loses its last vowel before vowels: ağız, ağz-ı */
	DOUBLE, /* doubles its last consonant before vowels: hak, hakk-ı */
	FRONT,
	CLOSED,
	HIGH
};

struct list {
	enum how how;
	const char *words;
};

static const struct list nouns[] = {
	{ CLOSED, "acaba ama ancak artık asla aslında aşırı ayrıca bari "
	    "başlıca bazen belki böyle bile bilhassa çünkü da daha dahi de "
	    "değil demek derhal diğer diye dolayı elbette eğer en epey evet "
	    "fakat galiba gene gibi göre gayri hakikaten hala hâlâ halbuki "
	    "hangi hani hatta hayır hele hem hemen henüz hep hepsi her hiç "
	    "hiçbir için ile ilk ise işte itibaren kadar karşın keşke ki "
	    "kimi lakin madem maalesef mesela meğer mı mi mu mü nasıl "
	    "neden nedense niçin niye nihayet ötürü öyle oysa pek peki sadece "
	    "sanki sırf şöyle şayet tabii tamamen tıpkı üzere ve veya ya "
	    "yahut yalnız yalnızca yani yine yoksa zaten zira herhangi "
	    "olarak rağmen dair doğru beri boyunca" },
	/* Of one syllable. */
	{ PLAIN, "ab aç ad ağ ah ak al alt an anıt ar arz art as aş at av ay "
	    "ayn az baç bağ baht bal ban bank bar bas baş bel ben bey bez bin "
	    "biz boş boy boz bu buz büst cam can cins cilt cüz çam çan çap "
	    "çarh çark çay çek çığ çıt çift çim çit çöl çöp çul dağ dal dam "
	    "dar dav ders dev dış dil diş diz don dost duş dul dün düş düz ek "
	    "el er es eş et ev faks fal fark fars faz fen film fil fiş fon "
	    "form fren gaz gam geç gen gez giz göç göl göz grup güç gün gür "
	    "güz ham han harç hırs hız hoş hırt hür iç iğ ip iş iz jet jüt "
	    "kan kar kas kaş kat kav kaz kâr kel kent kez kıl kın kır kırk "
	    "kış kız kil kim kin kir kirş kist kod koç koz kök köy kul kum kur "
	    "kuş kül künt kürk kürt kürsü lens lig loş mal mat mavi maç mart "
	    "meç met mis mor muz müz nal nam nar ne nem not o od ok ol on oy "
	    "öç ön öz pas pay pek peş pil pis pist pul pus park parti post "
	    "port plan puan ray renk ruh rum rus sac saç saf saf sağ sal san "
	    "saz sarp sayın sel sen ses set sıç sis son sol sos soy spor suç "
	    "su süs süt şah şal şan şap şar şart şef şen şey şu şut şüt taç "
	    "tam tan tank tarz tas taş taht tat tay tek tel tem ten ter ters "
	    "test tez tığ tir ton tor toz top tuğ tur tuş tuz tüm tür türk "
	    "tüy un ur us uz uç üç üs üst var vals yağ yan yar yas yaş yat yay "
	    "yaz yel yem yen yer yıl yol yok yön yük yün yüz zar zam zan zor "
	    "zevk zift genç kırk bor güm tüp kup cup sap hap çöp halk ilk "
	    "arşın kurs mum som zam vat volt borç mont fırın türk yurt sırt "
	    "kart mert pert sert kist dürüst bölük bek bok şok blok klik kök "
	    "yük muş tuş kas bas hat hız pat put kot bot mat set net jet üst "
	    "tost dost post kast rast mest test ırk fark park terk berk derk "
	    "zırh şerh tarh fıkh sulh ruh beş altı yedi sekiz dokuz yirmi "
	    "otuz elli altmış yetmiş seksen doksan yüz bin bir iki dört sıfır "
	    "milyon milyar hiç kaç bazı bütün birçok birkaç çoğu kimse" },
	/* That end as if they were inflected, or are often met. */
	{ PLAIN, "abla acele acı açı açık açıkça ada adam adet adres aile "
	    "ajan ajans akıcı akşam alan alem alet alın alıcı alışveriş alkış "
	    "allah altın altı ambar amca ameliyat ana anahtar anı anlam anlamlı "
	    "anlaşma anne antlaşma ara araba araştırma arazi ardıl arı arka "
	    "arma arpa arsa arsız aralık ardı arife artı asi asker aslan astar "
	    "aşağı aşama ata ateş atkı avlu avukat ayak ayar ayı ayın aydın "
	    "ayla ayna aynı ayran ayrı ayva azim aziz baba badem bahçe bahar "
	    "bakan bakanlık bakış bakım bakkal bala balo balon baltalık balta "
	    "bando bandıra banka banyo basamak basın basım baskı başak "
	    "başbakan başka başkan başkent başarı başlangıç başlık batı "
	    "battaniye bayan bayram bebek bekar bekçi belge belirti belli "
	    "beden bedel belediye belde bella benzer benzin berber beri beste "
	    "beyaz beyan bıçak bilgi bilgin bilgisayar bilim bilinç bina "
	    "bilye bilet birey biri birim birlik bitki biçim bodur boğa boğaz "
	    "boncuk bordo borsa boru boya boyut bölge bölme bölüm börek böcek "
	    "bronz buçuk budala buğday bugün bulgu bulut bulvar burs burç "
	    "buluş burun büfe büyük büro bürokrasi büyü bütçe cadde cami canlı "
	    "casus ceket cemaat cenaze cennet cephane cephe cerrah cesaret ceza "
	    "cihan cilve civar coşku cuma cümle cümbüş cüce cüzdan çaba "
	    "çadır çağ çağrı çakı çakmak çalgı çalı çalışma çamur çanta çarşı "
	    "çapa çare çatı çatal çatışma çatlak çaydan çekim çekiç çelik çene "
	    "çember çevre çeşme çeşit çeyrek çete çıkar çıkış çılgın çırak "
	    "çimen çini çivi çizgi çizme çoban çocuk çorba çorap çökkün çöküntü "
	    "çubuk çukur çuval dahi daha daire dakika dalga dana dar dava "
	    "davul dayı dede defa defter değer değil değişim değişme dehşet "
	    "deli delik dem demet demir demokrasi deney denge deniz depo "
	    "depozito dere derece deri dergi derin dernek deste destan destek "
	    "deve devam devlet devrim değirmen dikiş diken dikine dikkatli "
	    "dilek dilim din dindar direk dizi diğeri doğa doğu doğum doktor "
	    "dolap dolar dolma dolgun dolu domates dondurma dolmuş dosya dram "
	    "duman durak durgun durum duvar duygu dudak düğme düğün dükkan "
	    "dümen dünya dürbün düşman düşünce düzen düzine düzey ebedi "
	    "edebiyat edep eda efendi egemen eğlence ekim ekip ekmek ekonomi "
	    "ekran eksi eleman elçi elma elbise emin emekli ender endişe "
	    "enerji enişte erkan erkek erken ergen eski esir eşek eşik "
	    "eşya eser esas eski etki etken etkin evlat evren eylem eylül "
	    "eyer ezgi fabrika fakir falan fani fare fayda fazla fasulye faiz "
	    "fena fener fert ferman fırça fırsat fırtına fiil fidan fikri "
	    "fiyat foto fotoğraf fuar futbol füze gaga galeri galip garaj "
	    "gar gazete gazi gece geçen geçim geçit geçmiş gelecek gelenek "
	    "gelin gelir gelişme gemi genel geniş gerçek gerek gereksinim "
	    "gerekçe geri gezegen gezi gıda gider girdi giriş girişim gişe "
	    "giyim gizli gölge gömlek göğüs görev görgü görüş görüntü gösteri "
	    "gövde güdü güzel güven güney güneş güncel günlük güreş gürültü "
	    "güvence güvercin haber hafif hafta hain hakem hala hali halı "
	    "halka hali hammadde hamile hamle hamur han hanım hani hane "
	    "hapishane hareket harita hasta hastalık hastane hata hatun hava "
	    "havlu haya hayali hayat hayır hayran hayvan hazır hazine hece "
	    "hedef hediye hekim helva hendek hesap heyecan hıyar hırsız hızlı "
	    "hibe hikaye hikâye hile hisse hilal hoca hokey hukuk huni huy "
	    "hüzün içeri içerik içki idare iddia ifade ihtiyar ihtiyaç iğne "
	    "ihanet ikame ikaz ikiz ikna iktidar ilan ilaç ileri ilgi ilişki "
	    "iletişim ilke imam imame iman imza inanç ince incir indirim inek "
	    "iniş inme insan irade iri isabet iskele isyan istek işçi işaret "
	    "işkence işlem işletme itfaiye itiraz itibar ittifak iyi izci "
	    "izlenim jandarma kaba kabuk kabile kader kadın kadir kadro kafa "
	    "kafe kafes kafile kahve kahraman kalabalık kala kalan kaldırım kale "
	    "kalem kalın kalıp kalkan kalem kalori kama kamera kamu kamyon "
	    "kamuoyu kanal kanat kanca kanepe kanun kaide kapak kapan kapı "
	    "kara karakter karanlık karar karga kardeş karı karış karışım "
	    "karınca karşı karşılık karpuz kartal kasa kasaba kasap kase kasım "
	    "kaşık kat katı katkı katman kavga kavram kavşak kaya kayak kaygı "
	    "kayın kayıkçı kaynak kaza kazak kazan kazanç kazma kedi kefe kele "
	    "kelime kenar kendi kene keman kemer kemik kere kerpiç kereste "
	    "kesim kesin keskin kestane kıble kılavuz kılıç kımıl kına kırmızı "
	    "kısa kısmet kıskanç kıta kıvılcım kıyı kıyma kıyafet kızıl kira "
	    "kiracı kireç kirli kişi kitap koca kola kolay koltuk kolye kom "
	    "komşu komedi komisyon komuta komite konak konsey konu konum konut "
	    "koku koni konser konuk koordine kopya kor koridor korku koru "
	    "koruma koşu koşul kova koyun koza köfte köle kömür köpek köprü "
	    "köpük köse köşe köşk kötü kredi kriz kuyu kule kulak kullanım "
	    "kulübe kumanda kumar kumaş kumbara kupa kural kuram kuran kurban "
	    "kurgu kurşun kuru kuruluş kurum kurultay kusur kuşak kutu kutsal "
	    "kuvvet kuzen kuzey kuzu küçük küf kültür küme kümes kürek küre "
	    "kürsü küpe lamba lavanta leke liberal lider liman limon lira "
	    "lisan lise liste lokanta lokma macera madde maden mahalle mahkeme "
	    "makale makam makarna makas makine mama manda mana mandal manşet "
	    "manzara mantı mardin martı marka masa masal maske matbaa mavi "
	    "maya mayın maymun mazi mecburi meclis medeni mektep melodi memur "
	    "mendil mera meraklı merdane merdiven merkez mermer mermi mesaj "
	    "mesela mesele metre mevki meyve meydan meyhane mezar mide mil "
	    "milli milliyet mimar mimari mina mira miras misafir model modern "
	    "moda moderatör motor muamele muhabbet mutfak mutlu muhtar "
	    "mucize mücadele müdür mülk müze müşteri müzik müzisyen mümin "
	    "nadir nam namaz namus nane nara nakil nebat neden nefret neşe "
	    "nine nisan nitelik nişan niyet nokta norm nöbet numara nüfus "
	    "oda odun okul olanak olay olgu olgun olumlu omurga ordu organ "
	    "orman orta ortam ortak oruç otobüs otel oto oyun oyuncu ova "
	    "ödeme ödev ödül öğe öğle öğrenci öğretim öğretmen öksüz ölçü ölü "
	    "ölüm önce öncü önde önder önem öneri önlem ördek örgüt örnek örtü "
	    "öte ötede öteki övgü öykü özel özen özge özgür özgün özet paket "
	    "pala palto pamuk panik para parça parti parke pasta patates patron "
	    "paşa pazar pazartesi pembe pencere perde peri perşembe peynir "
	    "pide pil pilav pilot piliç pirinç plan planlama platin polis "
	    "politika posta pompa prens profesör program proje radyo rahat "
	    "rakam rahmet ramazan rejim reis reçete resmi rica romantik roman "
	    "rota rüya rüzgar saban sabah sabit sabun sade saha sahan sahil "
	    "sahip sahne sakal sakat sakin salon salata saldırı salgın sanal "
	    "sanat sanayi sandal sandalye saniye santim saray sarhoş sarı "
	    "satın satır satıcı satış savaş savunma savcı sayfa saygı sayı "
	    "sebep sebze seçenek seçim sefer sema sepet seri serin servis "
	    "sene serseri sermaye sene sene sevda sevgi sevgili sezgi "
	    "sıra sırma sıcak sınav sınıf sınır sıkıntı sıvı sıfat siyah "
	    "siyasi siyaset silah sima simge sinema sirke site sistem sivil "
	    "soba soda sofra soğan soğuk sokak solcu solgun sonra sonuç soru "
	    "sorun sorumlu sorumluluk sorgu sosyal soyut söz sözcük strateji "
	    "sulama suni sultan suret surat süre süreç sürgün sürü sütun "
	    "şaka şaft şarkı şans şapka şehit şema şeker şerit şeytan şiir "
	    "şikayet şimdi şimdiki şişe şişman şirket şişko şube tabaka tabak "
	    "taban tabanca tabiat tablo tabur tahta takım takvim takdir "
	    "talebe talep tamir tane tanı tanıdık tanık tanım tanrı tapu "
	    "taraf tarih tarım tarife tarla tartışma tasa tasarım taze tava "
	    "tavan tavşan tavuk tayfa taksi tehlike tekerlek teker teknik "
	    "tekne teklif tekrar tekstil telefon televizyon temel tembel "
	    "temiz tencere tepe tepki terane terazi terbiye tercih tersane "
	    "terör tesadüf tespih teşkilat teyze tilki tip toprak topla "
	    "toplam toplantı toplum topluluk torba tohum torun tören trafik "
	    "tren turan turist tutar tutku tutum tuhaf tuzak tüccar tüfek "
	    "tüket tüketici türbe türkçe türkü türkiye türlü tütün uçak "
	    "ucuz uçurum uğur ulus ulaşım uluslararası umut unsur uyarı uyku "
	    "uygar uygun uygulama uzak uzay uzman uzun ücret ülke ülkü üretim "
	    "ümit ürün ütü üye üzüm üzüntü vade vagon vali vahşi vapur vakıf "
	    "varlık varis vasıta vatan vatandaş vazo vazife vergi veri vezir "
	    "viran vicdan villa vitrin yaban yabancı yağmur yağma yaka yakın "
	    "yalan yalı yalın yana yandaş yangın yanak yanıt yanlış yapay yapı "
	    "yapım yara yarar yaratık yarasa yardım yarı yarım yarın yarış "
	    "yasa yasak yaşam yaşlı yastık yatak yatırım yaya yayın yayla yaz "
	    "yazar yazı yazık yazılım yazın yegane yedek yelken yelek yemek "
	    "yemin yemiş yeni yeniden yeraltı yeşil yetenek yeter yeterli "
	    "yetki yiğit yoğun yoğurt yolcu yoldaş yorgan yorgun yorum yönetim "
	    "yöntem yöre yumru yumurta yumuşak yurttaş yuva yuvar yüksek yün "
	    "yürek yürüyüş yüzde yüzey yüzyıl zaaf zafer zaman zar zarar "
	    "zavallı zeki zemin zengin zekâ zeka zeytin zihniyet zincir ziyaret "
	    "ziyafet zorlu zorunlu zulüm zümre züppe ila inat iki beri ora "
	    "bura şura nere öte biri hepsi birbiri kimi kendi önceki sonraki "
	    "şahin hasan hüseyin mehmet mustafa ankara istanbul izmir bursa "
	    "atatürk avrupa amerika almanya fransa rusya ingiltere yunan "
	    "türkiye çin japon alman fransız ingiliz osmanlı ali ayşe fatma "
	    "erdoğan ecevit kemal yahudi gökyüzü yeryüzü gözyaşı ağustos temmuz "
	    "haziran mayıs şubat ocak salı çarşamba cumartesi aralık arsa "
	    "kanıt ölçüt yakıt taşıt geçit tuhaf boşuna anında ansızın kolej "
	    "durum çözüm bakım gelişim çöküş içerisi dışarı yukarı aşağı içeri "
	    "ileri geri beri karşı ara iç üzeri civarı müthiş muhtelif bağırsak "
	    "dilsiz haksız sonsuz ıssız yalnız çeşitli ciddi hayli nice ince "
	    "gayet belirli değerli bilinçli ayrıntı kırıntı bekleme deyim "
	    "seyirci seyir yıldız yılan yıkım yıkıntı yığın inşaat enkaz "
	    "arkadaş dükkân rüzgâr bahane bahçıvan selam selamet kelam tezgah "
	    "kızgın üzgün bitkin bezgin şaşkın taşkın düşkün küskün yetişkin "
	    "alışkan çalışkan unutkan konuşkan çekingen saldırgan damga hırka "
	    "yorgan kargı vurgu tuğla kurdele yele dene hardal kundura sandık "
	    "manastır satır çıkın sakın sayım katır bakır çayır bayır mısır "
	    "çukur hatır zahir şair tabir tahsildar kibar pınar duvar hünker "
	    "çınar nazar mezar karar kenar pazar rakı saki vaki baki hakiki "
	    "efsane divane pervane mahkum sağlam sakıncalı meram endam makam "
	    "kıvam akraba sabıka silsile sülale şelale kale hale lale jale "
	    "iğde secde müjde ücra mevta hasta kasta usta posta asma basma "
	    "yazma sürme sarma süzme kavurma kıyma tutma kesme şerefe tarife "
	    "nefes elmas kıyas esas heves hırs bahis keşiş miras yunus ulus" },
	{ SOFT, "kap dip cep çok gök kurt yurt dört dert art güç tat uç taç "
	    "genç denk renk cilt but kut felç harç borç burç tunç kunt kalp "
	    "harp garp sarp zarp türk tüp küp ip sap şıp ot ant" },
	{ DROP, "ağız akıl akis alın asıl asır aşk ayıp azim bağır bahis "
	    "beyin boyun burun cisim çevir devir emir ecir ezber fikir fasıl "
	    "fetih filiz gönül göğüs hacim hapis hüküm hüsün hüzün hışım isim "
	    "izin ilim kahır karın kasıt kısım kabir kavim keyif keşif kesir "
	    "kıvrım koyun küfür kayıp lütuf metin nabız nakil nakit nakış nefis "
	    "nehir nesil nutuk oğul omuz ömür özür rahim resim rızık sabır "
	    "seyir şahıs şehir şekil şükür tavır tahsil usul uyku vakit vasıf "
	    "zehir zikir zihin zulüm zıt vehim remiz hazım kutup kadir "
	    "cürüm cebir ahit akit ufuk vakıf hısım misil mühür nezir sınıf "
	    "ilim hiciv ceht cevir defin rüku tıfıl naaş bedir" },
	{ DOUBLE, "hak his af hat sır şık ret tıp zıt hal had haz hiss mahal "
	    "muhal muhik zan zem üs tıb şer fen hac kat cer rab" },
	{ FRONT, "saat hal hayal ihtimal ihmal istiklal kemal kabul usul "
	    "meşgul mahsul rol gol kontrol alkol petrol sembol protokol "
	    "hakikat dikkat şefkat sıhhat seyahat kanaat kabahat sürat "
	    "kalp harp harf garp hilal helal sual emsal misal moral ideal "
	    "normal liberal festival kapital metal general oval final "
	    "terminal mareşal sosyal viral radikal material materyal kartel "
	    "istikbal ikbal ihlal işgal iptal hal bal mal zeval amal timsal "
	    "isal şeytanal faal ahval takat itaat cemaat ziraat ticaret "
	    "refakat sadakat itikat hararet kıraat şecaat menfaat liyakat "
	    "müsabakat maat kat lügat vokal yerel idrak iştirak infilak "
	    "istihlak emlak şark terk gark berk lokal santral mistral "
	    "spiral intikal istihsal infial mahlul meçhul mesul makul "
	    "resul nakil meful kamul konsol bemol mol kol dul vals meşaleal "
	    "hâl ihlâl" },
};

static const struct list verbs[] = {
	{ HIGH, "al bil bul dur gel gör kal ol öl san var ver vur" },
	{ PLAIN, "acı acık aç ada affet ağar ağla ağır ağrı ak aksa aktar "
	    "aldan aldat aldır algıla alın alış alkışla altüst an anımsa "
	    "andır anla anlaş anlat ansı ara araştır ard art arındır arın as "
	    "asıl aş aşağıla aşın at atan atfet ateşle atıl atla avla avun "
	    "avut ay ayakla ayıkla ayır ayarla ayart aydınlan aydınlat "
	    "aykırıla ayrıl azal azalt az azarla bağışla bağla bağır bahset "
	    "bak bakın ban barın barış bas basıl bastır başar başla başlat "
	    "bat batır bayıl beğen bekle belir belirle belirt bellet "
	    "benimse benze benzet besle beze bez bık bırak biç bildir bilin "
	    "bin bindir bit bitir bocala boğ boğul boşa boşal boşalt boya "
	    "boz bozul böl bölün buluş bulun buna bunal bur buruş buyur bük "
	    "büyü büyüt cay coş cüret çabala çağır çağla çak çakıl çal çalın "
	    "çalış çarp çarpış çarpıt çat çatış çatla çatlat çek çekil çekin "
	    "çekiş çektir çel çeliş çenele çevir çevrele çevril çık çıkar "
	    "çıkart çıldır çıt çırp çırpın çiğne çiz çoğal çoğalt çök "
	    "çöz çözül çözümle çıkış çürü çürüt dadan dağıl dağıt dal dalgalan "
	    "danış daral darıl davran davet dayan dayat daya de değ "
	    "değerlendir değin değiş değiştir del dele delir dene denetle "
	    "derle dersle destekle deş devir devret devril devam didin dik "
	    "dikil dikle dile dilen din dinle dinlen diren diril direk "
	    "dirilt dit diz doğ doğra doğrul doğrula doğrult doğur doku dokun dol "
	    "dola dolan dolandır dolaş doldur don donan donat dondur doy doyur "
	    "dök dökül dön döndür dönüş dönüştür döşe döv dövüş duraksa "
	    "durdur durul duy duyul duyur düğümle dürt düş düşle düşün düşür "
	    "düz düzel düzelt düzenle eğ eğil eğit eğlen eğlendir ek ekle "
	    "eksil ele eleştir elle em emret engelle er eri erit eriş es esirge "
	    "esne et etki etkile evlen ez ezil ezberle fırla fırlat fısılda "
	    "fışkır filizlen gebe gecik geç geçin geçir geçiş geciktir gelin "
	    "geliş geliştir genişle ger gerçekleş gerçekleştir gerek gerekle "
	    "gerektir gerile gerin getir gevşe gez gezin geveze gıcırda "
	    "gıdıkla gider gir giriş git giy giyin gizle gizlen göç göğüsle göm "
	    "gömül gönder görev görün görüş göster gözet gözle gözük güçlen "
	    "güdümle güldür gül gülümse güreş gürle güt güven hafifle "
	    "hakla haşla harca harcan hastalan hatırla hatırlat haykır hayret "
	    "hazırla hazırlan hesapla hışırda hırpala hisset hızlan hohla "
	    "homurdan horla hoşlan hükmet ıkın ısın ısır ısıt ısla ıslan ıslat "
	    "iç içer içir ihtiyarla ikna ilerle ilet ilgilen iliş ilişki imren "
	    "imzala in inan inandır incele incel incit indir inil inle "
	    "iri irkil isim isle iste isyan iş işaret işit işle işlet it itele "
	    "izle kabar kabart kaç kaçın kaçır kaçış kak kakala kaldır "
	    "kalk kalkın kamaş kana kandır kan kanıtla kap kapa kapan "
	    "kapat kapla kaplan kapsa kar karala karar karart kargışla karış "
	    "karıştır karşı karşıla karşılaş karşılaştır kas kastet kaşı "
	    "kaşın kat katıl katla katlan kavra kavur kavuş kavuştur kay "
	    "kaybet kaybol kayna kaynat kaz kazan kazandır kazı kekele "
	    "kemir kenetle kes kesil kesin kesiş kestir keşfet kıkırda kıl "
	    "kılın kımılda kına kıp kıpırda kır kırıl kırp kıs kısal kısalt "
	    "kısıl kıskan kıstır kış kıvan kıvır kıvrıl kıy kıyıl kız kızar "
	    "kızart kirala kirlen kirlet kişne kilitle kilitlen kokla kok "
	    "kol kolla kon konuş konuştur kop kopar kopuş kork korkut koru "
	    "korun koş koştur kov kovala koy koyul koyver kömür köpür körel "
	    "körlen kötüle kucakla kudur kullan kur kurcala kurtar kurtul kuru "
	    "kurul kurun kurut kus kuşan kuşat kuşkulan kutla kuyrukla "
	    "küçül küçült küçümse küs küreselleş lekele mahvet mahvol mırılda "
	    "mırıldan nefes nitele oku okşa okun okut oluş oluştur onar "
	    "onayla ona otur oturt oy oyala oyna oynat oyul öde ödün öfkelen "
	    "öğren öğret öğüt öksür öldür ölç ölçül öner önle önerme öp ör "
	    "ördür örgütle örgütlen örnekle ört örtün ötele öt öv övün öykün özen "
	    "özendir özetle özle özlen patla patlat parçala parla parlat pay "
	    "paylaş pekiş perçinle pis piş pişir planla pusula püskür rahatla "
	    "rastla reddet saç saçmala sağ sağla sağlan sakın sakla saklan sal "
	    "saldır salın salla sallan saltla sanıl sap sapla saplan sapta "
	    "saptır sar sarar sarıl sarıl sark sarkıt sars sarsıl sat "
	    "sataş savaş savsakla savun savur savrul say sayıl sayıkla seç "
	    "seçil selamla ser seril serp serpil sergile sersemle sertleş "
	    "ses seslen sev sevin sevindir seviş seyret sez sezdir sez sığ "
	    "sığdır sığın sık sıkıl sıkış sıkıştır sına sınırla sırala sırıt "
	    "sıvaş sıva sıyır sıyrıl sızla sız sızlan sızdır sil silin "
	    "silk silkin simgele sin sindir sinirlen siv sok sokul sol "
	    "solu sona sonuçla sonuçlan sor sorgula soruştur sorumlu soy soyun "
	    "söğüş sök sökül söm sömür sön söndür söv söyle söylen söylet "
	    "sözleş suç suçla sula sun sunul sus sustur susa süpür sür "
	    "süregel sürdür sürükle sürüklen sürün süs süsle süz süzül "
	    "şahlan şakı şaş şaşır şaşırt şekillen şereflen şımar şiş şişir "
	    "tak takıl taksit tamamla tamamlan tanı tanık tanıl tanımla "
	    "tanın tanış tanıt tap tapın tara tart tartış tartıl tasarla taş "
	    "taşı taşın taşla tat tavla tazele tekrarla temizle tepin tep "
	    "terle ters tık tıka tıkan tıkla tırman tırmala titre titret tiksin "
	    "tokuş tombul topla toplan topar toparla toparlan toz törpüle "
	    "tut tutkun tuttur tutukla tutul tutun tutuş tutuştur tuzla tüken "
	    "tüket tükür türe türet tüt uç uçur uçuş uğra uğraş uğrat uğurla ufal "
	    "ula ulaş ulaştır um umursa unut unutul usan utan uy uyan uyandır "
	    "uyar uyarla uydur uygula uyu uyukla uyuş uyuştur uyut uza uzan "
	    "uzat uzaklaş uzlaş üfle üle ürk ürküt üret üre üşen üşü üşüş ütüle "
	    "üz üzül vadet varsay vazgeç vurgula yada yadırga yadsı yağ "
	    "yağdır yak yakala yakalan yakın yakış yaklaş yaklaştır yala yalvar "
	    "yalanla yalpala yama yan yanaş yanıl yanıltı yanıt yanıtla yankılan "
	    "yansı yansıt yap yapıl yapış yapıştır yara yaralan yaran yarat "
	    "yararlan yarat yargıla yarış yar yas yasakla yasla yaslan yaşa "
	    "yaşan yaşat yaşlan yat yatır yatış yavaşla yay yayıl yayımla yaz "
	    "yazıl ye yedir yeğle yel yelten yen yenile yenilen yenil yerleş "
	    "yerleştir yet yetin yetiş yetiştir yetkile yığ yığıl yık yıka "
	    "yıkan yıkıl yıl yıldır yırt yırtıl yit yitir yoğunlaş yoğur yok yokla "
	    "yol yolla yor yorul yorumla yön yönel yönelt yönet yönlen "
	    "yönlendir yudumla yum yumuşa yumul yut yutkun yuvarla yuvarlan "
	    "yücel yüksel yükselt yükle yüklen yüreklen yürü yürüt yürürlü "
	    "yüz yüzleş yüzül zarar zedele zehirle zenginleş zıpla zonkla "
	    "zorla zorlan zorlaş zorlaştır" },
	{ SOFT, "git et güt tat dit" },
};

enum { SLOTS = 8192 };

struct table {
	unsigned short slots[SLOTS]; /* index + 1 into items; 0: free */
	struct root items[SLOTS / 2];
	size_t count;
};

struct roots {
	struct table nouns, verbs;
};

static size_t slot_of(const unsigned char *at, size_t count)
{
	uint32_t hash = 2166136261U;
	size_t i;

	for (i = 0; i < count; i++)
		hash = (hash ^ at[i]) * 16777619U;
	return (hash ^ hash >> 15) % SLOTS;
}

static const struct root *find(
    const struct table *table, const unsigned char *at, size_t count)
{
	size_t slot = slot_of(at, count);

	while (table->slots[slot] != 0) {
		const struct root *root = &table->items[table->slots[slot] - 1];

		if (root->surface.count == count &&
		    memcmp(root->surface.at, at, count) == 0)
			return root;
		slot = (slot + 1) % SLOTS;
	}
	return NULL;
}

/* The first entry of a surface keeps its place; what others say is added. */
static void put(struct table *table, const struct letters *surface,
    const struct letters *dictionary, unsigned flags)
{
	struct root *root;
	size_t slot = slot_of(surface->at, surface->count);

	root = (struct root *)find(table, surface->at, surface->count);
	if (root != NULL) {
		if ((flags & ROOT_CHANGED) == 0)
			root->flags |= flags;
		return;
	}
	if (table->count == SLOTS / 2)
		return;
	root = &table->items[table->count++];
	root->surface = *surface;
	root->dictionary = *dictionary;
	root->flags = flags;
	while (table->slots[slot] != 0)
		slot = (slot + 1) % SLOTS;
	table->slots[slot] = (unsigned short)table->count;
}

static unsigned flags_of(enum how how)
{
	return how == FRONT ? ROOT_FRONT
	    : how == CLOSED ? ROOT_CLOSED
	    : how == HIGH   ? ROOT_HIGH
			    : 0;
}

/* How a root looks before a vowel; false if as everywhere. */
static bool change(struct letters *changed, enum how how)
{
	size_t count = changed->count;
	unsigned char *last = &changed->at[count - 1];
	unsigned char soft = letter_softened(*last);

	switch (how) {
	case DROP:
		last[-1] = *last;
		changed->count--;
		last[-1] = soft == 'd' || soft == 'b' ? soft : *last;
		return true;
	case DOUBLE:
		if (soft == 'b') /* tıp, tıbb-ı */
			*last = soft;
		changed->at[count] = *last;
		changed->count++;
		return true;
	case PLAIN:
	case FRONT:
	case HIGH:
		if (letters_syllables(changed->at, count) < 2)
			return false;
		break;
	case SOFT:
		break;
	case CLOSED:
		return false;
	}
	if (soft == *last)
		return false;
	/* renk, reng-i */
	*last = *last == 'k' && last[-1] == 'n' ? 'g' : soft;
	return true;
}

static void read_list(
    struct table *table, const struct list *list, bool changed)
{
	struct text rest = text_from(list->words);
	struct text word;

	while (text_word(&word, &rest)) {
		struct letters root, surface;

		if (!letters_read(&root, word) || root.count < 1)
			continue;
		surface = root;
		if (!changed)
			put(table, &root, &root, flags_of(list->how));
		else if (root.count > 1 && change(&surface, list->how))
			put(table, &surface, &root,
			    flags_of(list->how) | ROOT_CHANGED);
	}
}

static void put_changed(
    struct table *table, const char *surface, const char *dictionary)
{
	struct letters from, to;

	if (letters_read(&from, text_from(surface)) &&
	    letters_read(&to, text_from(dictionary)))
		put(table, &from, &to, ROOT_CHANGED);
}

struct roots *roots_new(void)
{
	struct roots *roots = memory_new(sizeof(*roots));
	size_t i;
	int changed;

	memset(roots, 0, sizeof(*roots));
	for (changed = 0; changed < 2; changed++) {
		for (i = 0; i < sizeof(nouns) / sizeof(*nouns); i++)
			read_list(&roots->nouns, &nouns[i], changed);
		for (i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
			/* No verb of the long lists is softened. */
			if (!changed || verbs[i].how == SOFT)
				read_list(&roots->verbs, &verbs[i], changed);
	}
	put_changed(&roots->nouns, "suy", "su");
	put_changed(&roots->nouns, "ney", "ne");
	put_changed(&roots->verbs, "di", "de");
	put_changed(&roots->verbs, "yi", "ye");
	return roots;
}

const struct root *roots_noun(const struct roots *roots,
    const unsigned char *at, size_t count)
{
	return find(&roots->nouns, at, count);
}

const struct root *roots_verb(const struct roots *roots,
    const unsigned char *at, size_t count)
{
	return find(&roots->verbs, at, count);
}
