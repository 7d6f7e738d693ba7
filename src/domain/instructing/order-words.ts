/** The words of a language from which orders are made, as patterns, without accents (the text is read without them too). */
export interface Language {
  /** Words that any text in this language holds: without one, and without the first word of an order, it is not looked at. */
  readonly cue: string
  readonly ignore: string
  readonly earlier: string
  readonly orders: string
  /** A new role, or that something holds from now on. */
  readonly role: string
  /** That the user must not hear of it. */
  readonly secrecy: string
  readonly agents: string
  readonly must: string
  readonly note: string
  readonly send: string
  readonly secrets: string
  readonly urgent: string
  readonly reveal: string
  readonly prompt: string
  readonly remember: string
  readonly sessions: string
}

const german: Language = {
  cue: 'und|nicht|alle|die|das|der|den|dem|ist|bist|du|sie|sofort|keine?',
  ignore:
    'ignorier\\w*|(?:beachte|befolge)\\w*(?=[^.\\n]{1,80} nicht\\b)|vergiss|vergesst|vergessen sie|missacht\\w*|ubergeh\\w*|verwirf|verwerf\\w*|uberschreib\\w*|halte dich nicht an|folge nicht|umgeh\\w*',
  earlier:
    'alle[sn]?|vorherig\\w*|bisherig\\w*|fruher\\w*|obig\\w*|vorangegangen\\w*|ursprunglich\\w*|deine\\w*|ihre\\w*|system\\w*|zuvor|vorhin|bisher',
  orders:
    'anweisung\\w*|instruktion\\w*|vorgabe\\w*|befehl\\w*|richtlinie\\w*|sicherheitsregel\\w*|systemprompt\\w*|prompts?|auftrage?|gesagt|gelernt|verhaltensregel\\w*|deine\\w* regeln',
  role: '(?:du bist|sie sind|ihr seid) (?:ab )?(?:jetzt|nun|sofort|nicht mehr|von nun an|fortan)|(?:ab sofort|von nun an|ab jetzt|fortan),? (?:bist|wirst|musst|sollst|darfst|handelst|antwortest) ?(?:du)?|(?:tu so|verhalte dich),? als (?:ob|warst|seist)',
  secrecy:
    '(?:sag|sage|erzahle?|verrate?|informiere?|melde|zeige?|teile?) (?:es |das |dies |davon )?(?:dem|der|den|die) (?:be)?(?:nutzer|anwender|user|mensch|entwickler)\\w* (?:nichts|nicht|kein\\w*)|ohne (?:den|die|das) (?:be)?(?:nutzer|anwender|user|menschen|entwickler)\\w* zu (?:fragen|informieren|benachrichtigen|warnen)|(?:verschweige?|verheimliche?) (?:es|dies|das) ',
  agents:
    '(?:jede\\w*|alle|kunftige\\w*|andere\\w*) (?:ki-?|coding-?|programmier-?)?\\s?(?:agent|assistent|sprachmodell)\\w*|ki-?\\s?(?:agent|assistent|modell)\\w*',
  must: 'muss|mussen|soll|sollen|hat|haben|darf|durfen',
  note: 'hinweis|wichtig|achtung|anweisung|nachricht|mitteilung|notiz',
  send: 'sende\\w*|schick\\w*|ubermittl\\w*|lade|kopier\\w*|poste|ubertrag\\w*|leite',
  secrets:
    'api-?\\s?(?:schlussel|keys?)|schlussel|passw\\w+|zugangsdaten|geheimnis\\w*|tokens?|umgebungsvariable\\w*|quellcode',
  urgent: 'zuerst|vorher|sofort|immer|bevor|unbedingt|als erstes|jedes mal|musst?|mussen',
  reveal: 'zeig\\w*|gib|verrat\\w*|nenn\\w*|wiederhol\\w*|drucke?|offenbar\\w*',
  prompt:
    'system-?\\s?prompt\\w*|system(?:anweisung|nachricht)\\w*|deine\\w* (?:anweisung\\w*|prompt)',
  remember: 'merk\\w* (?:dir|ihnen|euch)|erinner\\w* dich|behalte?|speicher\\w*',
  sessions:
    '(?:alle\\w*|kunftig\\w*|zukunftig\\w*|jede\\w*|weiter\\w*) (?:\\w+ )?(?:sitzung|session|gesprach|unterhaltung|chat)\\w*'
}

const french: Language = {
  cue: 'les?|des|une|vous|tu|pas|est|pour|toutes?|ne|sans|la',
  ignore:
    'ignore[rz]?|ignorons|oublie[rz]?|neglige[rz]?|f(?:ais|aites) abstraction|ne (?:tiens|tenez) (?:pas|plus) compte|desobei\\w*|outrepasse\\w*|contourne\\w*|annule[rz]?',
  earlier:
    'precedent\\w*|anterieur\\w*|ci-dessus|tou(?:te)?s|tout|tes|vos|ses|systeme|initial\\w*|plus haut|actuel\\w*|recu\\w*',
  orders:
    'instructions?|consignes?|directives?|ordres?|prompts?|invites?|regles de securite|vos regles|tes regles',
  role: '(?:tu es|vous etes) (?:maintenant|desormais|a present)|(?:a partir de maintenant|desormais|dorenavant),? (?:tu|vous)\\b|fais comme si|agis comme si',
  secrecy:
    "n[e'] ?(?:le |la |les |en |l')?(?:dis|dites|signale[rz]?|mentionne[rz]?|revele[rz]?|parle[rz]?|informe[rz]?|previen\\w*|avert\\w*|demande[rz]?)[^.\\n]{0,30} (?:a )?(?:l'|aux |les |au )(?:utilisateur|humain|developpeur)\\w*|sans (?:le )?(?:dire|demander|prevenir|informer|signaler|avertir)[^.\\n]{0,20} ?(?:l'|aux |les |a l')(?:utilisateur|humain|developpeur)\\w*|a l'insu de l'utilisateur",
  agents:
    "(?:chaque|tous les|tout|les autres|les futurs) (?:agents?|assistants?)(?: (?:ia|d'ia))?|(?:agents?|assistants?|modeles?) (?:d')?ia",
  must: 'doi(?:t|vent)|devra|devront|est tenu|sont tenus|faut',
  note: 'note|important|attention|avis|message|instructions?|remarque',
  send: 'envoie[rz]?|envoyez|transmet\\w*|televerse\\w*|publie[rz]?|copie[rz]?|poste[rz]?|transfere\\w*',
  secrets:
    "cles?(?: d'?api)?|mots? de passe|jetons?|secrets?|identifiants|variables? d'environnement|code source",
  urgent: "d'abord|avant|immediatement|toujours|imperativement|obligatoirement|doi[st]|devez|faut",
  reveal: 'revele[rz]?|affiche[rz]?|montre[rz]?|repete[rz]?|imprime[rz]?|donne[rz]?|divulgue[rz]?',
  prompt:
    'prompt systeme|invite systeme|instructions? (?:du )?systeme|tes instructions|vos instructions|(?:ton|votre) prompt',
  remember:
    'souviens-toi|souvenez-vous|retiens|retenez|memorise[rz]?|rappelle-toi|garde[rz]? en memoire',
  sessions:
    '(?:toutes|futures|prochaines|chaque) (?:\\w+ ){0,3}?(?:sessions?|conversations?|discussions?)|sessions? (?:futures|a venir|suivantes)'
}

const spanish: Language = {
  cue: 'el|los|las|tod[ao]s?|que|para|una|del|tus?|sus?|ahora|al',
  ignore:
    'ignora|ignore|ignorad|ignorar|olvida|olvide|olvidad|olvidate|descarta|descarte|desobedece\\w*|no (?:sigas|siga|hagas caso|haga caso)|haz caso omiso|omite|anula|pasa por alto|elude',
  earlier:
    'anterior\\w*|previ[ao]s?|tod[ao]s?|todo|tus|sus|sistema|inicial\\w*|de arriba|recibid\\w*|original\\w*',
  orders:
    'instruccion\\w*|indicacion\\w*|directri\\w*|directiva\\w*|ordenes|prompts?|reglas de seguridad|tus reglas|sus reglas|lo que te (?:dijeron|han dicho)|te (?:dijeron|han dicho)',
  role: '(?:ahora|a partir de ahora|desde ahora|de ahora en adelante),? (?:eres|es usted|seras|debes|actua\\w*|responde\\w*)|(?:tu )?eres ahora|ya no eres|actua como si|finge (?:que|ser)',
  secrecy:
    'no (?:se )?(?:lo )?(?:le )?(?:digas|diga|cuentes|menciones|mencione|informes|informe|reveles|avises|preguntes|muestres)[^.\\n]{0,30} (?:al|a la|a los) (?:usuari|human|desarrollador)\\w*|sin (?:decir|preguntar|avisar|informar|consultar)\\w*[^.\\n]{0,20} (?:al|a la|a los) (?:usuari|human|desarrollador)\\w*',
  agents:
    '(?:cada|todo|todos los|cualquier|los demas|los futuros) (?:agente|asistente)s?(?: de ia)?|(?:agente|asistente|modelo)s? de ia',
  must: 'debe|deben|debera|deberan|tiene que|tienen que|ha de|han de',
  note: 'nota|importante|atencion|aviso|mensaje|instruccion\\w*',
  send: 'envia\\w*|manda\\w*|transmit\\w*|sube|suba|publica|publique|copia|copie|reenvia\\w*',
  secrets:
    'claves?(?: de (?:la )?api)?|contrasenas?|credenciales|tokens?|secretos?|variables? de entorno|codigo fuente',
  urgent:
    'primero|antes|inmediatamente|siempre|obligatoriamente|debe[sn]?|tienes que|hay que|sin falta',
  reveal: 'revela|revele|muestra|muestre|imprime|imprima|repite|repita|ensena|divulga',
  prompt:
    'prompt (?:del|de) sistema|instrucciones (?:del|de) sistema|mensaje (?:del|de) sistema|tus instrucciones|tu prompt',
  remember: 'recuerda|recuerde|memoriza|memorice|guarda|guarde|ten en cuenta',
  sessions:
    '(?:todas|futuras|proximas|cada|siguientes) (?:\\w+ ){0,3}?(?:sesion\\w*|conversacion\\w*)|sesiones (?:futuras|siguientes|posteriores)'
}

const portuguese: Language = {
  cue: 'os|nao|tod[ao]s?|que|para|uma|voce|seus?|suas?|agora|ao',
  ignore:
    'ignore|ignora|ignorar|ignorem|esqueca|esquece|esquecam|desconsidere|desconsidera|desobedeca|nao (?:siga|sigas|obedeca)|descarte|anule|contorne',
  earlier:
    'anterior\\w*|previ[ao]s?|tod[ao]s?|tudo|suas|seus|tuas|sistema|inicia\\w*|acima|recebid\\w*|origina\\w*',
  orders:
    'instruc\\w*|indicac\\w*|diretri\\w*|diretiva\\w*|ordens|comandos|prompts?|regras de seguranca|suas regras|que (?:lhe|te) (?:foi|foram) ditos?|que (?:lhe|te) disseram',
  role: '(?:agora|a partir de agora|de agora em diante|doravante),? (?:voce|tu|es|deve\\w*|aja|responda)|voce (?:e|esta) agora|voce nao e mais|finja (?:que|ser)|aja como se',
  secrecy:
    'nao (?:o )?(?:diga|digas|conte|contes|mencione|informe|revele|avise|pergunte|mostre)[^.\\n]{0,30} (?:ao|a|aos|para o) (?:usuari|utilizador|human|desenvolvedor)\\w*|sem (?:dizer|perguntar|avisar|informar|consultar)[^.\\n]{0,20} (?:ao|a|aos|o) (?:usuari|utilizador|human|desenvolvedor)\\w*',
  agents:
    '(?:cada|todo|todos os|qualquer|os demais|os futuros) (?:agente|assistente)s?(?: de ia)?|(?:agente|assistente|modelo)s? de ia',
  must: 'deve|devem|devera|deverao|tem que|tem de|precisa|precisam',
  note: 'nota|importante|atencao|aviso|mensagem|instruc\\w*',
  send: 'envi(?:[aeo]|ar|em|ou)|mand[ea]\\w*|transmit\\w*|carregue|publique|copie|poste|encaminhe',
  secrets:
    'chaves?(?: d[ae] api)?|senhas?|credenciais|tokens?|segredos?|variave(?:l|is) de ambiente|codigo[- ]fonte',
  urgent: 'primeiro|antes|imediatamente|sempre|obrigatoriamente|deve[ms]?|tem que|precisa',
  reveal: 'revele|revela|mostre|mostra|imprima|repita|exiba|divulgue',
  prompt:
    'prompt (?:do|de) sistema|instruc\\w* (?:do|de) sistema|mensagem (?:do|de) sistema|suas instruc\\w*|seu prompt',
  remember: 'lembre(?:-se)?|memorize|guarde|grave|recorde',
  sessions:
    '(?:todas|futuras|proximas|cada|seguintes) (?:\\w+ ){0,3}?(?:sesso\\w*|sessao|conversas?)|sessoes (?:futuras|seguintes)'
}

const italian: Language = {
  cue: 'il|gli|che|tutt[eio]|una|non|ogni|ora',
  ignore:
    'ignora|ignori|ignorate|ignorare|dimentica|dimentichi|dimenticate|trascura|non seguire|disobbedisci|annulla',
  earlier: 'precedent\\w*|tutt[eio]|tue|sue|sistema|inizial\\w*|sopra|ricevut\\w*|original\\w*',
  orders:
    'istruzion\\w*|indicazion\\w*|direttiv\\w*|ordini|comandi|prompt|tue regole|regole di sicurezza',
  role: "(?:ora|adesso|d'ora in poi|da ora in poi),? (?:sei|sarai|devi|agisci|rispondi)|non sei piu|fingi di|comportati come se",
  secrecy:
    "non (?:dirlo|dire|menzionar\\w*|informar\\w*|rivelar\\w*|chieder\\w*|mostrar\\w*)[^.\\n]{0,30} ?(?:all'|agli |l')(?:utent|uman|sviluppator)\\w*|senza (?:dirlo|dire|chiedere|informare|avvisare)[^.\\n]{0,20} ?(?:all'|l')(?:utent|uman|sviluppator)\\w*",
  agents:
    '(?:ogni|tutti gli|qualsiasi) (?:agent|assistent)[ei](?: ia| di ia)?|(?:agent|assistent|modell)[eio] (?:di )?ia',
  must: 'deve|devono|dovra|dovranno|e tenuto',
  note: 'nota|importante|attenzione|avviso|messaggio|istruzion\\w*',
  send: 'invia\\w*|manda\\w*|trasmetti|carica|pubblica|copia|inoltra',
  secrets:
    "chiav[ei](?: (?:d'|dell')?api)?|password|credenziali|token|segret[oi]|variabil[ei] d'ambiente|codice sorgente",
  urgent: 'prima|subito|immediatamente|sempre|obbligatoriamente|devi|bisogna',
  reveal: 'rivela|mostra|stampa|ripeti|divulga',
  prompt: 'prompt di sistema|istruzioni di sistema|tue istruzioni|tuo prompt|messaggio di sistema',
  remember: 'ricorda\\w*|memorizza|tieni a mente|conserva',
  sessions: '(?:tutte|future|prossime|ogni) (?:\\w+ ){0,3}?(?:session[ei]|conversazion[ei])'
}

const russian: Language = {
  cue: '[а-я]{2,}',
  ignore:
    'игнориру\\p{L}*|проигнориру\\p{L}*|забудь(?:те)?|не обраща\\p{L}* внимания на|отмени(?:те)?|не следу\\p{L}*|пренебреги\\p{L}*|отбрось(?:те)?|обоиди(?:те)?',
  earlier:
    'предыдущ\\p{L}*|прежн\\p{L}*|прошл\\p{L}*|все[хм]?|всю|выше\\p{L}*|данн\\p{L}*|системн\\p{L}*|свои\\p{L}*|твои\\p{L}*|ваши?\\p{L}*|исходн\\p{L}*|ранее',
  orders:
    'инструкци\\p{L}*|указани\\p{L}*|команд\\p{L}*|директив\\p{L}*|промпт\\p{L}*|приказ\\p{L}*|распоряжени\\p{L}*|правил\\p{L}*|сказано|говорил\\p{L}*',
  role: '(?:теперь|отныне|с этого момента|с данного момента|впредь),? (?:ты|вы)(?!\\p{L})|(?:ты|вы) теперь(?!\\p{L})|(?:ты|вы) больше не(?!\\p{L})|представь(?:те)?,? что (?:ты|вы)(?!\\p{L})|веди(?:те)? себя (?:так,? )?как',
  secrecy:
    '(?:не|ничего не) (?:говори|сообща\\p{L}*|рассказыва\\p{L}*|показыва\\p{L}*|упомина\\p{L}*|спрашива\\p{L}*|раскрыва\\p{L}*)(?:те)?[^.\\n]{0,40} ?(?:пользовател|человек|разработчик)\\p{L}*|(?:не|без) (?:уведомля\\p{L}*|предупрежда\\p{L}*|ведома|спроса|согласия|уведомления)[^.\\n]{0,20} ?(?:пользовател|человек|разработчик)\\p{L}*|пользовател\\p{L}* (?:об этом )?(?:ничего )?не (?:говори|сообща\\p{L}*|рассказыва\\p{L}*)',
  agents:
    '(?:кажд\\p{L}*|все|всем|люб\\p{L}*|будущ\\p{L}*|друг\\p{L}*) (?:ии-?|ai-?)?\\s?(?:агент|ассистент|помощник|модел)\\p{L}*|(?:ии|ai)-?\\s?(?:агент|ассистент|модел)\\p{L}*',
  must: 'должн?\\p{L}*|обязан\\p{L}*|необходимо|следует|надо|нужно',
  note: 'примечание|важно|внимание|сообщение|указание|инструкция|заметка',
  send: 'отправь(?:те)?|отправля\\p{L}*|пришли(?:те)?|загрузи(?:те)?|выложи(?:те)?|скопируи(?:те)?|переда(?:и|ваи)(?:те)?|перешли(?:те)?',
  secrets:
    'api-?\\s?ключ\\p{L}*|ключ\\p{L}*|парол\\p{L}*|токен\\p{L}*|секрет\\p{L}*|учетн\\p{L}* данн\\p{L}*|переменн\\p{L}* окружения|исходн\\p{L}* код\\p{L}*',
  urgent: 'сначала|сперва|обязательно|немедленно|всегда|перед|прежде|должен|должны|срочно',
  reveal:
    'покажи(?:те)?|выведи(?:те)?|раскрои(?:те)?|напечатаи(?:те)?|повтори(?:те)?|назови(?:те)?',
  prompt: 'системн\\p{L}* (?:промпт|инструкци|сообщени|подсказк)\\p{L}*|свои инструкции',
  remember: 'запомни(?:те)?|помни(?:те)?|сохрани(?:те)?|учти(?:те)?',
  sessions:
    '(?:все[хм]?|будущ\\p{L}*|кажд\\p{L}*|следующ\\p{L}*|дальнеиш\\p{L}*) (?:\\p{L}+ ){0,3}?(?:сесси|сеанс|разговор|диалог|беседа?х?)\\p{L}*'
}

const chinese: Language = {
  cue: '[\\u3040-\\u30ff\\u4e00-\\u9fff]',
  ignore:
    '忽略|無視|无视|忘记|忘記|忘掉|不要理会|不要理會|不要遵守|不要遵循|抛开|抛弃|放弃|放棄|覆盖|撤销|绕过|繞過|违背',
  earlier: '之前|以前|先前|上述|以上|前面|所有|全部|任何|原有|原来|原本|系统|系統|此前|你的|既定',
  orders:
    '指令|指示|说明|說明|提示词|提示詞|提示|命令|规则|規則|要求|设定|設定|约束|限制|準則|准则',
  role: '(?:你|您)(?:现在|現在)(?:是|扮演|必须|将|不再)|从现在(?:开始|起)[,，]?\\s?(?:你|您)|從現在(?:開始|起)[,，]?\\s?(?:你|您)|假装(?:你|自己)|假裝(?:你|自己)|你不再是',
  secrecy:
    '(?:不要|别|不得|切勿|禁止|無需|无需)(?:把[^。\\n]{0,12})?(?:告诉|告訴|告知|通知|提醒|询问|詢問|透露给|透露給|让)[^。\\n]{0,6}(?:用户|用戶|使用者|人类|人類|开发者|開發者)|瞒着用户|瞞著用戶|对用户保密|不让用户知道|(?:不经|未经|無須|无须)用户(?:同意|确认)',
  agents:
    '(?:所有|每个|每個|每一个|任何|其他)(?:的)?\\s?(?:AI|人工智能|编程|編程)?\\s?(?:智能体|智能體|代理|助手|助理|模型|agent)|(?:AI|人工智能)\\s?(?:智能体|代理|助手|助理|模型|agent)',
  must: '必须|必須|务必|務必|都要|应该|應該|应当|需要|得先|要先|请|請',
  note: '注意|重要|提示|通知|说明|消息|指令',
  send: '发送|發送|上传|上傳|提交|泄露|洩露|转发|轉發|发布|发给|寄给|复制|拷贝|传给',
  secrets:
    'API\\s?(?:密钥|密鑰|key)|密钥|密鑰|密码|密碼|凭证|憑證|令牌|口令|环境变量|環境變量|私钥|私鑰|源代码|原始碼',
  urgent: '首先|立即|立刻|马上|馬上|务必|務必|必须|必須|总是|始终|每次|先|之前',
  reveal: '显示|顯示|输出|輸出|透露|打印|列印|告诉我|告訴我|说出|重复|泄露',
  prompt: '系统提示|系統提示|提示词|提示詞|系统指令|系統指令|初始指令',
  remember: '记住|記住|牢记|牢記|记下|保存',
  sessions:
    '(?:所有|今后|今後|以后|以後|未来|未來|每次|之后|后续)[^。\\n]{0,8}(?:会话|會話|对话|對話|聊天)'
}

const japanese: Language = {
  cue: '[\\u3040-\\u30ff\\u4e00-\\u9fff]',
  ignore: '無視|忘れ|破棄|取り消|従わ(?:ない|ず|なく)|上書き|やめて|撤回',
  earlier:
    'これまで|以前|今まで|前の|上記|すべて|全て|全部|あらゆる|先ほど|元の|システム|あなたの|与えられた',
  orders: '指示|命令|指令|プロンプト|ルール|制約|ガイドライン|規則',
  role: 'あなたは(?:今|これ|いま)から|(?:今|これ|いま)から(?:は)?[、,]?\\s?あなたは|今後(?:は)?[、,]?\\s?あなたは|あなたはもう[^。\\n]{0,20}ではな|(?:ふり|振り)をして',
  secrecy:
    '(?:ユーザー?|利用者|人間|開発者)(?:に|には|へ|へは)[^。\\n]{0,16}(?:言わ|伝え|知らせ|教え|報告し|通知し|見せ|話さ|確認せ|尋ね|聞か)(?:ない|ず|ないで|るな)|(?:ユーザー?|利用者)(?:に|には)(?:は)?[^。\\n]{0,4}(?:秘密|内緒)',
  agents:
    '(?:すべて|全て|全|あらゆる|各|他)の?(?:AI|コーディング)?\\s?(?:エージェント|アシスタント|モデル)|AI\\s?(?:エージェント|アシスタント|モデル)|人工知能',
  must: '必ず|なければ|必要が|べき|してください|すること|しなさい|せよ|義務',
  note: '注意|重要|お知らせ|メッセージ|指示|通知',
  send: '送信|送っ|アップロード|投稿|転送|コピー|漏ら|提出|送れ|送る',
  secrets: 'API\\s?キー|パスワード|認証情報|秘密鍵|トークン|環境変数|シークレット|鍵|ソースコード',
  urgent: '必ず|まず|最初に|直ちに|すぐに|常に|前に|毎回|絶対',
  reveal: '表示|出力|教え|公開|見せ|開示|繰り返',
  prompt: 'システム\\s?プロンプト|システムの?指示|初期の?指示',
  remember: '覚え|記憶|保存',
  sessions:
    '(?:今後|これから|以後|将来|すべて|全て|次回)(?:の|以降の)?[^。\\n]{0,8}(?:セッション|会話|チャット)'
}

/** Languages with spaces between words, and those without. */
export const spacedLanguages: readonly Language[] = [
  german,
  french,
  spanish,
  portuguese,
  italian,
  russian
]
export const unspacedLanguages: readonly Language[] = [chinese, japanese]
